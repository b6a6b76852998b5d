using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Players;

/// <summary>A person, by an id of our own: Riot's ids differ from product to product, and Riot IDs change.</summary>
public sealed class Player
{
    public long Id { get; set; }

    /// <summary>The Riot ID's first part as it is today; null where it is not known, or was taken over by another player.</summary>
    public string? GameName { get; set; }

    /// <summary>The Riot ID's second part.</summary>
    public string? TagLine { get; set; }

    /// <summary>Both parts as Riot compares them, without blanks and in capitals.</summary>
    public string? RiotIdKey { get; set; }

    /// <summary>When Riot last said that this is the player's Riot ID.</summary>
    public DateTimeOffset? RiotIdSeenAt { get; set; }
    /// <summary>Where the player plays League of Legends, in lower case; null where it is not known.</summary>
    public string? Platform { get; set; }

    /// <summary>When Riot said so.</summary>
    public DateTimeOffset? PlatformSeenAt { get; set; }
    public int? ProfileIcon { get; set; }
    public int? Level { get; set; }

    /// <summary>When Riot said icon and level.</summary>
    public DateTimeOffset? ProfileFetchedAt { get; set; }

    /// <summary>When Riot said the ranks of League of Legends; a player who was unranked has this, and no ranks.</summary>
    public DateTimeOffset? RanksFetchedAt { get; set; }

    /// <summary>When something was last heard of the player.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Player>
    {
        public void Configure(EntityTypeBuilder<Player> builder)
        {
            builder.ToTable("players");
            builder.HasKey(player => player.Id);
            builder.HasIndex(player => player.RiotIdKey).IsUnique();
        }
    }
}
