using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;

namespace MnM.Collector.Scouting;

/// <summary>Reads who is in the game. Pure. Whom the game hides has no name here, whatever else is known.</summary>
internal static class ScoutCast
{
    private const int CellsOfBlue = 5;
    private const int BlueTeam = 100;

    private static readonly ImmutableArray<string> Positions = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];

    /// <summary>The game that is on; null where none is.</summary>
    /// <param name="state">What client and game tell.</param>
    /// <param name="spectated">What Riot tells of the game that loads; null where nothing.</param>
    /// <param name="catalog">Knows the champions.</param>
    public static ScoutGame? Read(LiveState state, ActiveGame? spectated, StaticCatalog catalog)
    {
        var client = state.Client;
        spectated = client.Game is { } told && spectated?.GameId != told.Id ? null : spectated;
        return state.Phase.Phase switch
        {
            GamePhase.ChampSelect when client.ChampSelect is { IsSpectating: false } select =>
                new ScoutGame(ScoutingPhase.ChampSelect, select.GameId, select.QueueId, "", Arrange(Choosing(select, catalog))),
            GamePhase.InGame when state.Connection == LiveConnection.NotShown => null,
            GamePhase.InGame when state.RunningGame is { } game =>
                new ScoutGame(ScoutingPhase.InGame, client.Game?.Id ?? 0, client.Game?.QueueId, game.GameMode, Arrange(Playing(game, catalog))),
            GamePhase.InGame => new ScoutGame(
                ScoutingPhase.Loading,
                client.Game?.Id ?? spectated?.GameId ?? 0,
                client.Game?.QueueId ?? spectated?.Queue,
                spectated?.Mode ?? "",
                spectated is null ? [] : Arrange(Loading(spectated, client.Account, catalog))),
            GamePhase.PostGame => new ScoutGame(
                ScoutingPhase.PostGame, client.Game?.Id ?? 0, client.Game?.QueueId, state.Game?.GameMode ?? "", state.Game is { } over ? Arrange(Playing(over, catalog)) : []),
            _ => null,
        };
    }

    /// <summary>Blue before red, each side in the order of positions where all of it has one; who has no name is called by the place.</summary>
    public static ImmutableArray<ScoutSeat> Arrange(IEnumerable<ScoutSeat> seats)
    {
        ImmutableArray<ScoutSeat> all = [.. seats];
        var yours = all.FirstOrDefault(seat => seat.IsYou)?.Side;
        return [.. Enum.GetValues<ScoutSide>().SelectMany(side => Arrange(all.Where(seat => seat.Side == side), side, yours))];
    }

    private static IEnumerable<ScoutSeat> Choosing(ChampSelectView select, StaticCatalog catalog)
    {
        // The other side is there only where it is shown, as in a custom game.
        foreach (var member in select.MyTeam.Concat(select.TheirTeam.Where(enemy => !enemy.IsHidden)))
        {
            var name = member.IsHidden ? null : RiotName.Parse(member.Name);
            yield return new ScoutSeat
            {
                Side = member.Cell < CellsOfBlue ? ScoutSide.Blue : ScoutSide.Red,
                Position = Normal(member.Position),
                Name = name,
                Stand = member.Name,
                IsBot = !member.IsHidden && name is null,
                IsYou = member.IsYou,
                ChampionId = member.ChampionId,
                ChampionName = NameOf(member.ChampionId, catalog),
            };
        }
    }

    private static IEnumerable<ScoutSeat> Loading(ActiveGame game, ClientAccount? account, StaticCatalog catalog)
    {
        var you = account is null ? null : new RiotName(account.GameName, account.TagLine);
        foreach (var player in game.Players)
        {
            var name = player is { Puuid: not null, RiotId: { } riotId } ? RiotName.Parse(riotId) : null;
            var champion = NameOf(player.ChampionId, catalog);
            yield return new ScoutSeat
            {
                Side = player.TeamId == BlueTeam ? ScoutSide.Blue : ScoutSide.Red,
                Name = name,
                Stand = player.IsBot ? champion : "",
                IsBot = player.IsBot,
                IsAnonymous = name is null && !player.IsBot,
                IsYou = name is not null && name == you,
                ChampionId = player.ChampionId,
                ChampionName = champion,
                Puuid = name is null ? null : player.Puuid,
            };
        }
    }

    private static IEnumerable<ScoutSeat> Playing(LiveView game, StaticCatalog catalog)
    {
        // In streamer mode a name is empty, the champion's, or the same for all: no two people have one Riot ID.
        var names = game.Players.CountBy(player => PlayerQueries.KeyOf(player.GameName, player.TagLine)).ToDictionary();
        foreach (var player in game.Players)
        {
            var isTold = player is { IsBot: false, GameName.Length: > 0, TagLine.Length: > 0 }
                && player.GameName != player.ChampionName && names[PlayerQueries.KeyOf(player.GameName, player.TagLine)] == 1;
            yield return new ScoutSeat
            {
                Side = player.Team == TeamView.Blue ? ScoutSide.Blue : ScoutSide.Red,
                Position = Normal(player.Position),
                Name = isTold ? new RiotName(player.GameName, player.TagLine) : null,
                Stand = player.IsBot ? player.DisplayName : "",
                IsBot = player.IsBot,
                IsYou = player.IsActivePlayer,
                ChampionId = catalog.Champions.GetValueOrDefault(player.ChampionAlias)?.Id ?? 0,
                ChampionName = player.ChampionName,
            };
        }
    }

    private static IEnumerable<ScoutSeat> Arrange(IEnumerable<ScoutSeat> side, ScoutSide name, ScoutSide? yours)
    {
        ImmutableArray<ScoutSeat> seats = [.. side];
        var ordered = seats.Select(seat => seat.Position).Distinct().Count() == Positions.Length && seats.All(seat => seat.Position.Length > 0)
            ? seats.OrderBy(seat => Positions.IndexOf(seat.Position))
            : seats.AsEnumerable();
        return ordered.Select((seat, slot) => seat with
        {
            Slot = slot,
            Stand = seat.Stand.Length > 0 && !seat.IsHidden ? seat.Stand : $"{(yours is null ? name.ToString() : name == yours ? "Ally" : "Enemy")} {slot + 1}",
        });
    }

    /// <summary>A champion that static data does not know yet is called by Riot's number.</summary>
    private static string NameOf(int champion, StaticCatalog catalog) => champion <= 0 ? "" : catalog.ChampionOf(champion)?.Name ?? $"Champion {champion}";

    private static string Normal(string position) => Positions.Contains(position) ? position : "";
}
