using System.Text.Json;
using MnM.Collector.Riot.Wire;
using MnM.Collector.Riot;

namespace MnM.Collector.Live.Lcu;

/// <summary>Brings what is known of the League client up to date with one of its values; pure.</summary>
internal static class ClientReader
{
    /// <summary>The view after a value was read or told.</summary>
    /// <param name="view">What was known.</param>
    /// <param name="path">One of the paths of <see cref="LcuClient"/>; others change nothing.</param>
    /// <param name="data">The new value; of no kind where there is none any more.</param>
    /// <param name="now">When it arrived.</param>
    public static ClientView Take(ClientView view, string path, JsonElement data, DateTimeOffset now) => path switch
    {
        LcuClient.Phase when data.ReadString() is { Length: > 0 } raw => TakePhase(view, raw),
        LcuClient.Session when GameflowReader.Game(data) is { } game => game == view.Game ? view : view with { Game = game },
        LcuClient.Lobby => view with { Lobby = LobbyReader.Read(data) },
        LcuClient.ChampSelect => view with { ChampSelect = ChampSelectReader.Read(data, now) },
        LcuClient.EndOfGame when EndOfGameReader.Read(data) is { } end => view with { EndOfGame = end },
        LcuClient.Account => view with { Account = GameflowReader.Account(data) },
        LcuClient.Region => view with { Platform = Routing.PlatformOf(data.Member("region"u8).ReadString()) },
        _ => view,
    };

    /// <summary>What belongs to a phase goes with it; the game above all, so that the next one is never taken for it.</summary>
    private static ClientView TakePhase(ClientView view, string raw)
    {
        if (raw == view.RawPhase)
        {
            return view;
        }

        var next = view with { RawPhase = raw };
        return GameLifecycle.PhaseOf(raw) switch
        {
            GamePhase.InGame => next with { ChampSelect = null, EndOfGame = null },
            GamePhase.PostGame => next with { ChampSelect = null },
            GamePhase.ChampSelect => next with { Game = null, EndOfGame = null },
            _ => next with { Game = null, ChampSelect = null },
        };
    }
}
