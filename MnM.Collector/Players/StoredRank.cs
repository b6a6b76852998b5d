using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Players;

/// <summary>A rank that a player had from a time on; the latest of a queue is the player's rank. One row per change.</summary>
public sealed class StoredRank
{
    public long PlayerId { get; set; }

    /// <summary>Riot's word, for example RANKED_SOLO_5x5.</summary>
    public required string Queue { get; set; }

    /// <summary>When Riot first said so.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>IRON to CHALLENGER; empty from when the player was unranked again.</summary>
    public required string Tier { get; set; }
    public required string Division { get; set; }
    public int LeaguePoints { get; set; }
    public int Wins { get; set; }
    public int Losses { get; set; }
    public bool HotStreak { get; set; }
    public bool FreshBlood { get; set; }
    public bool Inactive { get; set; }

    /// <summary>What is shown of it; null where it says that there is none.</summary>
    internal PlayerRank? ToView() => Tier.Length == 0 ? null : new(Tier, Division, LeaguePoints, Wins, Losses, HotStreak, FreshBlood, Inactive);

    internal sealed class Configuration : IEntityTypeConfiguration<StoredRank>
    {
        public void Configure(EntityTypeBuilder<StoredRank> builder)
        {
            builder.ToTable("rank_history");
            builder.HasKey(rank => new { rank.PlayerId, rank.Queue, rank.At });
            builder.HasOne<Player>().WithMany().HasForeignKey(rank => rank.PlayerId);
        }
    }
}
