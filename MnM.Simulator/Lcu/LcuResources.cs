using System.Collections.Immutable;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>Everything that the League client answers at one moment, by path.</summary>
internal sealed class LcuResources
{
    private static readonly ImmutableArray<(string Path, Func<EveningState, byte[]?> Write, string Missing)> All =
    [
        ("/lol-gameflow/v1/gameflow-phase", state => LcuJson.Write(state.Phase.ToString()), ""),
        ("/lol-gameflow/v1/session", GameflowSessionJson.Write, "No gameflow session exists."),
        ("/lol-lobby/v2/lobby", LobbyJson.Write, "LOBBY_NOT_FOUND"),
        ("/lol-champ-select/v1/session", ChampSelectJson.Write, "No active delegate"),
        ("/lol-end-of-game/v1/eog-stats-block", EndOfGameJson.Write, "No end of game stats available."),
        ("/lol-summoner/v1/current-summoner", state => SummonerJson.Write(state.Account), "You are not logged in."),
        ("/riotclient/region-locale", state => RegionLocaleJson.Write(state.Account), ""),
    ];

    private readonly ImmutableArray<byte[]?> _bodies;

    public LcuResources(EveningState state) => _bodies = [.. All.Select(one => one.Write(state))];

    public LcuAnswer Find(string path)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (All[index].Path == path)
            {
                return _bodies[index] is { } body ? new LcuAnswer(200, body) : LcuAnswer.NotFound("RPC_ERROR", All[index].Missing);
            }
        }

        return LcuAnswer.NotFound("RESOURCE_NOT_FOUND", "Invalid URI format");
    }

    /// <summary>What the client tells its sockets when these answers take the place of others.</summary>
    public IEnumerable<LcuEvent> ChangesSince(LcuResources before)
    {
        for (var index = 0; index < All.Length; index++)
        {
            var (old, now) = (before._bodies[index], _bodies[index]);
            if (now is not null && (old is null || !now.AsSpan().SequenceEqual(old)))
            {
                yield return new LcuEvent(All[index].Path, old is null ? "Create" : "Update", now);
            }
            else if (now is null && old is not null)
            {
                yield return new LcuEvent(All[index].Path, "Delete", "null"u8.ToArray());
            }
        }
    }
}
