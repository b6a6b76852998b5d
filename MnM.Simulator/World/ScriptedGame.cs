using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>Plays a script: the state of the game at any second, the same for the same second however it was reached.</summary>
public sealed class ScriptedGame
{
    private readonly ImmutableArray<(int Placed, int Killed)> _wards;
    private Dictionary<int, PlayerState> _players = [];
    private ScriptedEvents _events;
    private int _next;

    /// <param name="script">The game.</param>
    /// <param name="activeParticipant">Whose client this is; the first participant when the match has no such one.</param>
    /// <param name="joinedAt">Second at which a spectator joined: earlier events are not listed.</param>
    public ScriptedGame(MatchScript script, int activeParticipant = 0, double joinedAt = 0)
    {
        Script = script;
        JoinedAt = joinedAt;
        Active = script.Find(activeParticipant) ?? script.Participants[0];
        _wards =
        [
            .. script.Participants.Select(one => (
                script.Events.Count(ward => ward.Type == "WARD_PLACED" && ward.Participant == one.Id),
                script.Events.Count(ward => ward.Type == "WARD_KILL" && ward.Killer == one.Id))),
        ];
        _events = Restart();
    }

    public MatchScript Script { get; }

    public ScriptParticipant Active { get; }

    public double JoinedAt { get; }

    /// <summary>Seconds of game time.</summary>
    public double Time { get; private set; }

    public bool IsOver => Time >= Script.Duration;

    public string Terrain => _events.Terrain;

    public IReadOnlyList<LiveEvent> Events => _events.Log;

    /// <summary>In the order of the script.</summary>
    public IReadOnlyCollection<PlayerState> Players => _players.Values;

    public PlayerState ActivePlayer => _players[Active.Id];

    /// <summary>Goes to that second, forwards or backwards.</summary>
    public void AdvanceTo(double seconds)
    {
        if (seconds < Time)
        {
            _events = Restart();
        }

        while (_next < Script.Events.Length && Script.Events[_next].Time <= Math.Min(seconds, Script.Duration))
        {
            _events.Apply(Script.Events[_next++]);
        }

        _events.AdvanceTo(Math.Min(seconds, Script.Duration));
        Time = seconds;
        foreach (var (player, wards) in _players.Values.Zip(_wards))
        {
            Interpolate(player, wards);
        }

        if (IsOver)
        {
            _events.End(Active.Win);
        }
    }

    private void Interpolate(PlayerState player, (int Placed, int Killed) wards)
    {
        var id = player.Script.Id;
        var creeps = Script.Curves.At(id, FrameStat.MinionsKilled, Time) + Script.Curves.At(id, FrameStat.JungleMinionsKilled, Time);
        player.CreepScore = IsOver ? player.Script.CreepScore : Math.Clamp(creeps, 0, player.Script.CreepScore);
        player.ScoreWards(Time, Script.Duration, wards.Placed, wards.Killed);
    }

    private ScriptedEvents Restart()
    {
        _players = Script.Participants.ToDictionary(one => one.Id, one => new PlayerState(one, Script.OnSummonersRift));
        _next = 0;
        Time = 0;
        return new ScriptedEvents(Script, _players, JoinedAt);
    }
}
