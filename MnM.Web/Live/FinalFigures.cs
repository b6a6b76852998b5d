using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;

namespace MnM.Web.Live;

/// <summary>Joins a watched game with what the League client tells after it, which is exact where the running game rounds.</summary>
internal static class FinalFigures
{
    /// <summary>Our id of a game that MnM did not watch.</summary>
    public const long NotWatched = 0;

    /// <summary>Riot does not approve that Brawl is shown.</summary>
    public static bool IsBrawl(EndOfGameView told) => told.GameMode.Contains("BRAWL", StringComparison.OrdinalIgnoreCase);

    /// <summary>The figures by slot; empty where one of the people cannot be found, so that no figures of another game are shown.</summary>
    public static ImmutableArray<EndOfGamePlayer> Of(LiveView game, EndOfGameView told, StaticCatalog catalog)
    {
        var left = told.Teams.SelectMany(team => team.Players.Select(player => (Team: TeamOf(team.TeamId), Player: player))).ToList();
        var found = ImmutableArray.CreateBuilder<EndOfGamePlayer>(game.Players.Length);
        foreach (var player in game.Players)
        {
            // The same champion can be there twice; then the name decides, and where that is hidden too the order does.
            var (_, final) = left.Where(one => IsTeam(one.Team, player.Team) && Plays(one.Player, player, catalog))
                .OrderByDescending(one => player.GameName.Length > 0 && one.Player.Name.Split('#')[0] == player.GameName)
                .FirstOrDefault();
            if (final is null)
            {
                return [];
            }

            left.RemoveAll(one => ReferenceEquals(one.Player, final));
            found.Add(final);
        }

        return found.ToImmutable();
    }

    /// <summary>The last poll with exact scores.</summary>
    public static LiveView Correct(LiveView game, ImmutableArray<EndOfGamePlayer> finals)
    {
        if (finals.IsEmpty)
        {
            return game;
        }

        ImmutableArray<PlayerView> players = [.. game.Players.Zip(finals, Correct)];
        return game with
        {
            Players = players,
            Teams = [.. game.Teams.Select(team => team with { Kills = Kills(players, team.Team) })],
        };
    }

    /// <summary>The game as the client alone tells it, where MnM was not there: no events, no objectives.</summary>
    public static LiveView GameOf(EndOfGameView told, StaticCatalog catalog, DateTimeOffset at)
    {
        ImmutableArray<PlayerView> players =
            [.. told.Teams.SelectMany(team => team.Players.Select(player => (Team: TeamOf(team.TeamId), Player: player)))
                .Select((one, slot) => Player(one.Player, one.Team, slot, catalog))];
        return new()
        {
            GameId = NotWatched,
            Sequence = 0,
            PolledAt = at,
            GameTime = told.GameLength,
            GameMode = told.GameMode,
            MapName = "",
            MapNumber = 0,
            MapTerrain = "",
            Players = players,
            Teams = [.. players.Select(player => player.Team).Distinct().Select(team => new TeamView(team, Kills(players, team), 0, 0, [], 0, 0, 0, 0, 0))],
            Events = [],
            Completions = [],
            ItemValues = [],
            Recording = new(0, 0, 0, null),
            Response = default,
        };
    }

    private static PlayerView Correct(PlayerView player, EndOfGamePlayer final) => player with
    {
        Kills = final.Kills,
        Deaths = final.Deaths,
        Assists = final.Assists,
        CreepScore = final.CreepScore,
        Level = final.Level > 0 ? final.Level : player.Level,
        IsDead = false,
        RespawnTimer = 0,
    };

    private static PlayerView Player(EndOfGamePlayer final, string team, int slot, StaticCatalog catalog)
    {
        var known = catalog.ChampionOf(final.ChampionId) ?? catalog.Champions.Values.FirstOrDefault(champion => champion.Name == final.ChampionName);
        var champion = known is not null ? new(known.Alias, known.Name)
            : final.ChampionName.Length > 0 ? new(final.ChampionName, final.ChampionName)
            : ChampionMark.Of(final.ChampionId, catalog) ?? new ChampionMark("", "Unknown champion");
        var name = final.Name.Split('#');
        return Correct(
            new()
            {
                Slot = slot,
                Team = team,
                ChampionName = champion.Name,
                ChampionAlias = champion.Alias,
                DisplayName = name[0],
                GameName = name[0],
                TagLine = name.ElementAtOrDefault(1) ?? "",
                Position = "",
                IsActivePlayer = final.IsYou,
                IsBot = final.IsBot,
                Items = [.. final.Items.Index().Where(item => item.Item > 0).Select(item => Item(item.Item, item.Index, catalog))],
            },
            final);
    }

    private static int Kills(ImmutableArray<PlayerView> players, string team) =>
        (int)Math.Clamp(players.Where(player => player.Team == team).Sum(player => (long)player.Kills), 0, int.MaxValue);

    /// <summary>An item in a place.</summary>
    public static ItemView Item(int id, int place, StaticCatalog catalog) => catalog.Items.GetValueOrDefault(id) is { } known
        ? new(id, known.Name, place, 1, known.TotalGold)
        : new(id, $"Item {id}", place, 1, 0);

    private static bool Plays(EndOfGamePlayer final, PlayerView player, StaticCatalog catalog) => final.ChampionId > 0
        ? catalog.Champions.GetValueOrDefault(player.ChampionAlias)?.Id == final.ChampionId || final.ChampionName == player.ChampionName
        : final.ChampionName == player.ChampionName;

    /// <summary>Modes with more than two sides name them otherwise here than there.</summary>
    private static bool IsTeam(string told, string team) => told == team || (team is not (TeamView.Blue or TeamView.Red));

    private static string TeamOf(int id) => id switch
    {
        100 => TeamView.Blue,
        200 => TeamView.Red,
        _ => $"Team {id}",
    };
}
