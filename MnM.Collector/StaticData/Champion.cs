using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.StaticData;

/// <summary>A champion of the catalog in use, for whoever reads the database with other tools. MnM itself reads <see cref="StaticCatalog"/>.</summary>
public sealed class Champion
{
    /// <summary>Riot's number.</summary>
    public int ChampId { get; set; }

    /// <summary>Riot's name for files, for example MonkeyKing.</summary>
    public required string Alias { get; set; }

    /// <summary>In the language of the settings.</summary>
    public required string Name { get; set; }

    /// <summary>File of its picture at Data Dragon.</summary>
    public required string Image { get; set; }

    /// <summary>Data Dragon's version that this was last read from; one that Riot took away keeps its last.</summary>
    public required string Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Champion>
    {
        public void Configure(EntityTypeBuilder<Champion> builder)
        {
            builder.ToTable("champions");
            builder.HasKey(champion => champion.ChampId);
            builder.Property(champion => champion.ChampId).ValueGeneratedNever();
        }
    }
}
