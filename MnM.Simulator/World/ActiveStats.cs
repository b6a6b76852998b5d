namespace MnM.Simulator.World;

/// <summary>What only the active player's own client knows: gold, health, resource and the stats behind them.</summary>
public readonly struct ActiveStats
{
    private readonly FrameCurves _curves;
    private readonly int _id;
    private readonly double _stepTime;

    public ActiveStats(ScriptedGame game)
    {
        var player = game.ActivePlayer;
        var time = Math.Min(game.Time, game.Script.Duration);
        (_curves, _id) = (game.Script.Curves, player.Script.Id);

        // Between purchases and levels the real stats stand still; buffs are taken to come and go on quarters of a minute.
        _stepTime = Math.Min(time, Math.Max(player.StatsChangedAt, Math.Floor(time / 15) * 15));
        var dead = player.RespawnsAt > time;
        var wave = Math.Sin((time * 0.71) + _id) * Math.Cos((time * 0.133) + (2 * _id));
        HealthMax = Math.Max(1, Step(FrameStat.HealthMax));
        var share = Share(FrameStat.Health, FrameStat.HealthMax, time, wave);
        Health = dead ? 0 : HealthMax * share;
        HealthRegen = Math.Max(0, Step(FrameStat.HealthRegen)) / 5 * (1 + (0.1 * (1 - share)));
        PowerMax = Math.Max(0, Step(FrameStat.PowerMax));
        var power = Share(FrameStat.Power, FrameStat.PowerMax, time, -wave);
        Power = PowerMax * power;
        PowerRegen = PowerMax > 0 ? Math.Max(0, Step(FrameStat.PowerRegen)) / 5 * (1 + (0.1 * (1 - power))) : 0;
        Gold = Math.Max(0, _curves.At(_id, FrameStat.CurrentGold, time) + 2 + (1.7 * Math.Sin(time)));
    }

    public double Gold { get; }

    public double Health { get; }

    public double HealthMax { get; }

    /// <summary>Per second.</summary>
    public double HealthRegen { get; }

    public double Power { get; }

    public double PowerMax { get; }

    /// <summary>Per second.</summary>
    public double PowerRegen { get; }

    /// <summary>A stat as it was at the last purchase, level or quarter minute.</summary>
    public double Step(FrameStat stat) => _curves.At(_id, stat, _stepTime);

    // Frames tell health once a minute; in between fights take and fountains give.
    private double Share(FrameStat now, FrameStat whole, double time, double wave)
    {
        var most = _curves.At(_id, whole, time);
        var share = most > 0 ? _curves.At(_id, now, time) / most : 1;
        return Math.Clamp(Math.Clamp(share, 0.2, 0.9) + (0.1 * wave), 0, 1);
    }
}
