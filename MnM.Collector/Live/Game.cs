using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Live.Lcu;

namespace MnM.Collector.Live;

/// <summary>A game that MnM watched.</summary>
public sealed class Game
{
    private const int CustomQueue = 0;

    public long Id { get; set; }

    /// <summary>PLATFORM_gameId, the id of the match at Riot; null until known.</summary>
    public string? RiotMatchId { get; set; }
    public required string GameMode { get; set; }

    /// <summary>The number the League client gives the game, the second part of <see cref="RiotMatchId"/>; null where no client told.</summary>
    public long? ClientGameId { get; set; }

    /// <summary>Riot's number of the queue, 0 for a custom game; null where no client told.</summary>
    public int? QueueId { get; set; }

    /// <summary>Riot's word from the League client (MATCHED_GAME, CUSTOM_GAME); null where no client told.</summary>
    public string? GameType { get; set; }

    /// <summary>
    /// Whether it is known to be no custom game; whom one of those is with is its players' business. Where no client told,
    /// it is known by its match: Riot keeps none of a custom game. A file may say of itself what it wants.
    /// </summary>
    public bool IsMatched => ImportedAt is null && (QueueId is { } queue ? queue != CustomQueue && GameType != ClientGame.Custom : RiotMatchId is not null);

    /// <summary><see cref="IsMatched"/> for the database.</summary>
    internal static Expression<Func<Game, bool>> AreMatched { get; } =
        game => game.ImportedAt == null && (game.QueueId != null ? game.QueueId != CustomQueue && (game.GameType == null || game.GameType != ClientGame.Custom) : game.RiotMatchId != null);
    public required string MapName { get; set; }
    public int MapNumber { get; set; }

    /// <summary>The first poll's time less its game time.</summary>
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Highest game time seen, seconds.</summary>
    public double GameLengthSeconds { get; set; }

    /// <summary>ORDER or CHAOS; null while unknown.</summary>
    public string? WinningTeam { get; set; }
    public bool IsLive { get; set; }

    /// <summary>Why the game counts as ended: game_end, client_end (the League client said so), connection_lost, another_game, restart.</summary>
    public string? EndReason { get; set; }

    /// <summary>Game time of the first stored poll, seconds.</summary>
    public double FirstGameTime { get; set; }

    /// <summary>Polls stored.</summary>
    public int Polls { get; set; }
    public DateTimeOffset LastPolledAt { get; set; }

    /// <summary>Game time of the last stored poll, seconds.</summary>
    public double LastGameTime { get; set; }

    /// <summary>Number of the last segment; a new one starts when the game time goes back.</summary>
    public int Segment { get; set; }

    /// <summary>Whether its recording is kept for ever; only the owner changes it.</summary>
    public bool IsStarred { get; set; }

    /// <summary>When the game was opened from a file that another MnM wrote; null for one that this machine watched. Its id is below 0.</summary>
    public DateTimeOffset? ImportedAt { get; set; }

    /// <summary>The row as it is now: the recorder stores it while the game goes on.</summary>
    internal Game Copy() => (Game)MemberwiseClone();

    internal sealed class Configuration : IEntityTypeConfiguration<Game>
    {
        public void Configure(EntityTypeBuilder<Game> builder)
        {
            builder.ToTable("games");
            builder.HasKey(game => game.Id);
            builder.Property(game => game.Id).ValueGeneratedNever();
            builder.HasIndex(game => game.RiotMatchId).IsUnique();
            builder.HasIndex(game => game.StartedAt);
            builder.HasIndex(game => game.ClientGameId);
        }
    }
}
