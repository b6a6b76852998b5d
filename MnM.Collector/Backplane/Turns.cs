namespace MnM.Collector.Backplane;

/// <summary>Deals places out fairly: routes take turns, and on each route its owners; the next deal goes on behind the one who was last.</summary>
internal sealed class Turns
{
    private readonly Dictionary<string, string> _lastOwner = [];
    private string _lastRoute = "";

    /// <summary>How many of so many places each group gets.</summary>
    public IReadOnlyDictionary<WorkGroup, int> Deal(IReadOnlyCollection<WorkGroup> groups, int places)
    {
        var dealt = new Dictionary<WorkGroup, int>();
        if (groups.Count == 0)
        {
            return dealt;
        }

        var routes = new Queue<Queue<WorkGroup>>(groups
            .GroupBy(group => group.Route)
            .OrderBy(route => route.Key, Behind(_lastRoute))
            .Select(route => new Queue<WorkGroup>(route.OrderBy(group => group.Owner, Behind(_lastOwner.GetValueOrDefault(route.Key, ""))))));
        for (; places > 0; places--)
        {
            var route = routes.Dequeue();
            var group = route.Dequeue();
            dealt[group] = dealt.GetValueOrDefault(group) + 1;
            _lastRoute = group.Route;
            _lastOwner[group.Route] = group.Owner;
            route.Enqueue(group);
            routes.Enqueue(route);
        }

        return dealt;
    }

    private static Comparer<string> Behind(string last) => Comparer<string>.Create((one, other) =>
        (string.CompareOrdinal(one, last) <= 0, string.CompareOrdinal(other, last) <= 0) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => string.CompareOrdinal(one, other),
        });
}
