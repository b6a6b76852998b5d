using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking;

/// <summary>A game of a tracked player. Each game has a row of its own, so that the next one may begin before the result of the last is here.</summary>
public sealed class TrackedGame
{
    public long Id { get; set; }
    public long PlayerId { get; set; }

    /// <summary>The id of its match at Riot, for example EUW1_5720153635.</summary>
    public required string GameId { get; set; }
    public RiotProduct Product { get; set; }
    public GameStatus Status { get; set; }

    /// <summary>Why it has this status, in a sentence for people; null where that needs none.</summary>
    public string? Reason { get; set; }
    public required DateTimeOffset DetectedAt { get; set; }
    public DetectedBy DetectedBy { get; set; }

    /// <summary>The spectator's word while the game runs, the match's afterwards; null while it loads and where nobody told.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it really ended, by the match.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When this row got its final status.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When the spectator showed it last; null where it never did.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When it was first missing there, or another game was in its place: a hint that it is over, and no more than that.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>Riot's number of the queue; null where nobody told.</summary>
    public int? QueueType { get; set; }

    /// <summary>Riot's number; null where nobody told, and in Teamfight Tactics.</summary>
    public int? ChampionId { get; set; }
    public int? DurationSeconds { get; set; }

    /// <summary>Whether the player won, in Teamfight Tactics whether the place was among the better half; null without a result and of a remake.</summary>
    public bool? Won { get; set; }

    /// <summary>Equal for players of a game who were on one side; null without a result, and where everybody plays alone.</summary>
    public int? Side { get; set; }

    /// <summary>JSON of <see cref="GameResult"/>.</summary>
    public string? Result { get; set; }

    /// <summary>The spectator's first answer as it came, compressed with Brotli; null where it gave none.</summary>
    public byte[]? RawAnswer { get; set; }

    /// <summary>What went wrong last, in a sentence for people.</summary>
    public string? LastError { get; set; }

    /// <summary>How often asking for the result went wrong. A result that is not there yet is no error, nor is an outage of Riot's.</summary>
    public int RetryCount { get; set; }

    /// <summary>How many of them in a row, up to now.</summary>
    public int ErrorsInRow { get; set; }

    /// <summary>How often Riot was asked for the result.</summary>
    public int Asks { get; set; }

    /// <summary>When Riot is asked next.</summary>
    public DateTimeOffset? NextAskAt { get; set; }

    /// <summary>Whether the player's rank is to be asked for since this game ended.</summary>
    public bool WantsRank { get; set; }

    /// <summary>Whether the player is in it, as far as is known.</summary>
    internal bool IsOn => Status is GameStatus.Active or GameStatus.Custom && GoneAt is null && EndedAt is null && SeenAt is not null;

    internal sealed class Configuration : IEntityTypeConfiguration<TrackedGame>
    {
        public void Configure(EntityTypeBuilder<TrackedGame> builder)
        {
            builder.ToTable("tracked_games");
            builder.HasKey(game => game.Id);
            builder.HasIndex(game => new { game.PlayerId, game.GameId }).IsUnique();
            builder.HasIndex(game => game.GameId);
            builder.HasIndex(game => new { game.Status, game.NextAskAt });
            builder.HasIndex(game => new { game.PlayerId, game.Product, game.EndedAt });
            builder.HasIndex(game => game.DetectedAt);
            builder.HasIndex(game => game.WantsRank).HasFilter("wants_rank");
            builder.Property(game => game.Product).HasConversion<string>();
            builder.Property(game => game.Status).HasConversion(new Capitals<GameStatus>());
            builder.Property(game => game.DetectedBy).HasConversion(new Capitals<DetectedBy>());
            builder.HasOne<TrackedPlayer>().WithMany().HasForeignKey(game => game.PlayerId);
        }
    }
}
