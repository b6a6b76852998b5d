using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Somebody who stands on a ladder or once did. A number in the place of the id keeps the history small.</summary>
internal sealed class LadderPlayer
{
    public long Id { get; set; }

    /// <summary>In lower case.</summary>
    public required string Platform { get; set; }
    public required string Queue { get; set; }
    public required string Puuid { get; set; }

    /// <summary>By the last reading; null for who has left.</summary>
    public TftTier? Tier { get; set; }
    public int LeaguePoints { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<LadderPlayer>
    {
        public void Configure(EntityTypeBuilder<LadderPlayer> builder)
        {
            builder.ToTable("ladder_players");
            builder.HasKey(player => player.Id);
            builder.HasIndex(player => new { player.Platform, player.Queue, player.Puuid }).IsUnique();
        }
    }
}
