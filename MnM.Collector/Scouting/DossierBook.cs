using System.Collections.Immutable;

namespace MnM.Collector.Scouting;

/// <summary>What is known of the players of a game; may be read and changed from everywhere.</summary>
/// <param name="changed">Called after each change, outside the lock.</param>
internal sealed class DossierBook(Action changed)
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<RiotName, Dossier> _dossiers = ImmutableDictionary<RiotName, Dossier>.Empty;
    private int _answered;

    /// <summary>All of them, by Riot ID.</summary>
    public ImmutableDictionary<RiotName, Dossier> All
    {
        get { lock (_lock) { return _dossiers; } }
    }

    /// <summary>Questions that were answered, in whichever way.</summary>
    public int Answered => Volatile.Read(ref _answered);

    public Dossier this[RiotName name] => All[name];

    /// <summary>Opens a dossier; false where there is one.</summary>
    public bool TryOpen(RiotName name)
    {
        lock (_lock)
        {
            if (_dossiers.ContainsKey(name))
            {
                return false;
            }

            _dossiers = _dossiers.Add(name, new Dossier(name));
            return true;
        }
    }

    public void Change(RiotName name, Func<Dossier, Dossier> change) => ChangeAll(dossier => dossier.Name == name ? change(dossier) : dossier);

    public void ChangeAll(Func<Dossier, Dossier> change)
    {
        lock (_lock)
        {
            foreach (var dossier in _dossiers.Values)
            {
                _dossiers = change(dossier) is var next && !ReferenceEquals(next, dossier) ? _dossiers.SetItem(dossier.Name, next) : _dossiers;
            }
        }

        changed();
    }

    /// <summary>A question was answered.</summary>
    public void Count() => Interlocked.Increment(ref _answered);
}
