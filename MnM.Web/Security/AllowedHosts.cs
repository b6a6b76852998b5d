using System.Collections.Frozen;

namespace MnM.Web.Security;

/// <summary>The names under which MnM answers: those of loopback, and while it is shared those that it is shared under.</summary>
internal sealed class AllowedHosts
{
    private FrozenSet<string> _shared = FrozenSet<string>.Empty;

    /// <summary>Whether a request for <paramref name="host"/> is meant for this MnM.</summary>
    public bool Allows(HostString host) => RequestRules.IsLoopbackName(host) || Volatile.Read(ref _shared).Contains(Plain(host.Host));

    /// <summary>Answers under <paramref name="hosts"/> too, and under no other.</summary>
    public void Share(IEnumerable<string> hosts) => Volatile.Write(ref _shared, hosts.Select(Plain).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static string Plain(string host) => host.Trim('[', ']');
}
