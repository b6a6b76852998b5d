using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>The id by which the keys of a product see a player.</summary>
public sealed class PlayerPuuid
{
    public RiotProduct Product { get; set; }
    public required string Puuid { get; set; }
    public long PlayerId { get; set; }

    /// <summary>
    /// Keys of one product see a player by one id, those of another by another. Counted up whenever the owner's key turns out to be of a new one:
    /// the ids of the highest number are those that the key in use understands.
    /// </summary>
    public int Generation { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PlayerPuuid>
    {
        public void Configure(EntityTypeBuilder<PlayerPuuid> builder)
        {
            builder.ToTable("player_ids");
            builder.HasKey(id => new { id.Product, id.Puuid });
            builder.Property(id => id.Product).HasConversion<string>();
            builder.HasOne<Player>().WithMany().HasForeignKey(id => id.PlayerId);
            builder.HasIndex(id => id.PlayerId);
            builder.HasIndex(id => new { id.Product, id.Generation });
        }
    }
}
