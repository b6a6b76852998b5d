using MnM.Collector.Sharing;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>The link that lets a device in. Its token stands in the fragment, which no browser sends and no log keeps.</summary>
internal static class PairLink
{
    public static string Of(string address, Pairing pairing) => $"{address}{Refusals.PairPath}#{pairing.LinkToken}";
}
