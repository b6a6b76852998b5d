using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tft.Friends;

/// <summary>Registers what the page of the friends' games reads.</summary>
internal static class TftFriendPages
{
    public static IServiceCollection AddTftFriends(this IServiceCollection services) => services.AddSingleton(provider => new TftFriendsSource(
        (set, queue, token) => provider.GetRequiredService<TacticsGameQueries>().ReadAsync(set, queue, token),
        (question, token) => provider.GetRequiredService<TftExplorer>().AskAsync(question, token)));
}
