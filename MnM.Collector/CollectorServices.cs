using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.History;
using MnM.Collector.Insights;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Scouting;
using MnM.Collector.Sharing;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tft;
using MnM.Collector.Tracking;

namespace MnM.Collector;

/// <summary>Registers everything that collects.</summary>
public static class CollectorServices
{
    /// <summary>Adds all slices; their options are bound and validated by the host.</summary>
    public static IServiceCollection AddCollector(this IServiceCollection services) => services
        .AddStorage()
        .AddBackplane()
        .AddStaticData()
        .AddRiot()
        .AddPlayers()
        .AddMatches()
        .AddLive()
        .AddScouting()
        .AddTracking()
        .AddHistory()
        .AddInsights()
        .AddTft()
        .AddSharing();
}
