using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Web.Security;

namespace MnM.Web.Players;

/// <summary>Players over HTTP.</summary>
public static class PlayersApi
{
    private const int MostInBatch = 10;

    /// <summary>Maps /api/players/{player} and /api/rank.</summary>
    public static IEndpointRouteBuilder MapPlayersApi(this IEndpointRouteBuilder routes)
    {
        var players = routes.MapGroup("/api/players/{player}").WithTags("Players");
        players.MapGet("", PlayerAsync).ForViewers().WithName("GetPlayer").WithSummary("A player: profile, ranks, mastery and form.");
        players.MapGet("/champions", ChampionsAsync).ForViewers().WithName("GetPlayerChampions").WithSummary("How a player has fared with each champion.");
        routes.MapGet("/api/rank/batch", RanksAsync).ForViewers().WithTags("Players").WithName("GetRanks").WithSummary("The ranks of up to ten players.");
        return routes;
    }

    private static async Task<Results<Ok<PlayerAnswer>, ProblemHttpResult>> PlayerAsync(
        string player, ClaimsPrincipal visitor, PlayerFinder finder, PlayerQueries players, PlayerRefresh refresh, PlayerReader reader, CancellationToken cancellationToken)
    {
        var (found, problem) = await FindAsync(player, visitor, finder, players, cancellationToken);
        if (found is null)
        {
            return problem!;
        }

        var refreshed = visitor.IsOwner() ? await refresh.RefreshAsync(found, PlayerParts.All, isWanted: false, cancellationToken) : refresh.AsStored(found, OwnersRiot.Sentence);
        return TypedResults.Ok(PlayerAnswer.Of(refreshed, PlayerFigures.Of(await reader.ReadAsync(refreshed.Player, visitor, cancellationToken), PoolFilter.None)));
    }

    private static async Task<Results<Ok<ImmutableArray<PoolChampionAnswer>>, ProblemHttpResult>> ChampionsAsync(
        string player, [AsParameters] PlayerParameters said, ClaimsPrincipal visitor, PlayerFinder finder, PlayerQueries players, PlayerReader reader, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (question, faults) = PlayerQuestion.Read(said);
        if (faults.Count > 0)
        {
            return Problem(string.Join(' ', faults), StatusCodes.Status400BadRequest);
        }

        var (found, problem) = await FindAsync(player, visitor, finder, players, cancellationToken);
        if (found is null)
        {
            return problem!;
        }

        var figures = PlayerFigures.Of(await reader.ReadAsync(found, visitor, cancellationToken), question.ToFilter(time.LocalTimeZone));
        return TypedResults.Ok(figures.Pool.Where(champion => question.Champion is null || champion.Champion.Id == question.Champion)
            .Select(champion => PoolChampionAnswer.Of(champion, found)).ToImmutableArray());
    }

    private static async Task<Results<Ok<RankAnswer[]>, ProblemHttpResult>> RanksAsync(
        string? puuids, ClaimsPrincipal visitor, PlayerQueries players, PlayerRefresh refresh, CancellationToken cancellationToken)
    {
        var wanted = (puuids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (wanted.Count is 0 or > MostInBatch)
        {
            return Problem($"puuids holds one to {MostInBatch} PUUIDs with commas between them.", StatusCodes.Status400BadRequest);
        }

        if (wanted.Find(text => Puuid.Find(text) is null) is { } wrong)
        {
            return Problem($"\"{wrong}\" is no PUUID.", StatusCodes.Status400BadRequest);
        }

        return TypedResults.Ok(await Task.WhenAll(wanted.Select(async text =>
        {
            if (await players.FindAsync(PlayerPath.Parse(text)!, cancellationToken) is not { } player)
            {
                return RankAnswer.Unknown(text);
            }

            var refreshed = visitor.IsOwner() ? await refresh.RefreshAsync(player, PlayerParts.Ranks, isWanted: false, cancellationToken) : refresh.AsStored(player, OwnersRiot.Sentence);
            return new RankAnswer(text, player.GameName, player.TagLine, PlayerPartAnswer<PlayerRanks>.Of(refreshed, PlayerParts.Ranks, refreshed.Player.Ranks, ranks => ranks));
        })));
    }

    private static async Task<(KnownPlayer? Player, ProblemHttpResult? Problem)> FindAsync(
        string player, ClaimsPrincipal visitor, PlayerFinder finder, PlayerQueries players, CancellationToken cancellationToken)
    {
        if (PlayerPath.Parse(player) is not { } path)
        {
            return (null, Problem($"\"{player}\" names no player: it is gameName-tagLine, gameName%23tagLine or a PUUID.", StatusCodes.Status400BadRequest));
        }

        if (!visitor.IsOwner())
        {
            return await players.FindAsync(path, cancellationToken) is { } stored ? (stored, null) : (null, Problem(OwnersRiot.Sentence, StatusCodes.Status404NotFound));
        }

        return await finder.FindAsync(path, cancellationToken) switch
        {
            FoundPlayer.Found { Player: var found } => (found, null),
            FoundPlayer.Nobody nobody => (null, Problem(nobody.Sentence, StatusCodes.Status404NotFound)),
            FoundPlayer.Unavailable { Reason: var reason } => (null, Problem(reason, StatusCodes.Status503ServiceUnavailable)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
