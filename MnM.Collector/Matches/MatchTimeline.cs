using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>A match minute by minute, as it came.</summary>
public sealed class MatchTimeline
{
    public required string MatchId { get; set; }

    /// <summary>How many moments it tells.</summary>
    public int Frames { get; set; }
    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>How often Riot was asked until it was there.</summary>
    public int Tries { get; set; }

    /// <summary>UTF-8 JSON, compressed with Brotli.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>What it tells; null where what is stored is no timeline.</summary>
    public Timeline? Read() => Packing.TryUnpack(Payload) is { } json ? TimelineReader.Read(json) : null;

    internal sealed class Configuration : IEntityTypeConfiguration<MatchTimeline>
    {
        public void Configure(EntityTypeBuilder<MatchTimeline> builder)
        {
            builder.ToTable("match_timelines");
            builder.HasKey(timeline => timeline.MatchId);
            builder.HasOne<Match>().WithOne().HasForeignKey<MatchTimeline>(timeline => timeline.MatchId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
