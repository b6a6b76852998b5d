using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live;

/// <summary>What the League client told after a game, whole.</summary>
public sealed class EndOfGameBlock
{
    /// <summary>Riot's number of the game; <see cref="Game.ClientGameId"/>.</summary>
    public long ClientGameId { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The block as the client sent it: UTF-8 JSON, compressed with Brotli.</summary>
    public required byte[] Payload { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<EndOfGameBlock>
    {
        public void Configure(EntityTypeBuilder<EndOfGameBlock> builder)
        {
            builder.ToTable("end_of_game_blocks");
            builder.HasKey(block => block.ClientGameId);
            builder.Property(block => block.ClientGameId).ValueGeneratedNever();
        }
    }
}
