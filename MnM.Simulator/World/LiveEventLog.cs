namespace MnM.Simulator.World;

/// <summary>The events of a game so far, numbered from 0 without gaps.</summary>
internal sealed class LiveEventLog
{
    private readonly List<LiveEvent> _events = [];

    public IReadOnlyList<LiveEvent> Events => _events;

    public bool Has(string name) => _events.Exists(one => one.Name == name);

    public void Add(LiveEvent one) => _events.Add(one with { Id = _events.Count });

    public void Add(string name, double time) => Add(new LiveEvent(0, name, time));
}
