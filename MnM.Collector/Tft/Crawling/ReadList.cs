using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Crawling;

/// <summary>That a player's list of matches in a region was read to its end, and all in it ordered. A reading that is broken off leaves the one before.</summary>
internal sealed class ReadList
{
    public required string Puuid { get; set; }

    /// <summary>As Riot calls it: each has a list of its own.</summary>
    public required string Region { get; set; }

    /// <summary>When its first page was read: what came into the list later was not seen.</summary>
    public required DateTimeOffset ReadAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ReadList>
    {
        public void Configure(EntityTypeBuilder<ReadList> builder)
        {
            builder.ToTable("tft_lists");
            builder.HasKey(list => new { list.Puuid, list.Region });
        }
    }
}
