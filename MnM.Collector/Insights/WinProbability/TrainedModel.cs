using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>A training, as it is stored: what came of it stays, so that the page can tell how the model became what it is.</summary>
internal sealed class TrainedModel
{
    public int Version { get; set; }
    public required DateTimeOffset TrainedAt { get; set; }

    /// <summary>Of the features that it was learnt from; with others it says nothing.</summary>
    public int FeatureVersion { get; set; }

    /// <summary>Of so many matches.</summary>
    public int Matches { get; set; }

    /// <summary>So many were there to learn from.</summary>
    public int Usable { get; set; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; set; }

    /// <summary>Why it failed, in a sentence for people; null where it did not.</summary>
    public string? Fault { get; set; }

    /// <summary>JSON of <see cref="ModelContent"/>; null where it failed.</summary>
    public string? Content { get; set; }

    /// <summary>The model; null of a training that failed, and of one whose inputs MnM no longer knows.</summary>
    public WinModel? Read()
    {
        if (Content is null || JsonSerializer.Deserialize(Content, ModelJson.Default.ModelContent) is not { } content || !content.Inputs.Select(input => input.Name).SequenceEqual(WinInputs.Names))
        {
            return null;
        }

        return new WinModel { Version = Version, TrainedAt = TrainedAt, Matches = Matches, Inputs = content.Inputs, Test = content.Test };
    }

    public static string Write(ImmutableArray<ModelInput> inputs, ModelTest test) => JsonSerializer.Serialize(new ModelContent(inputs, test), ModelJson.Default.ModelContent);

    internal sealed class Configuration : IEntityTypeConfiguration<TrainedModel>
    {
        public void Configure(EntityTypeBuilder<TrainedModel> builder)
        {
            builder.ToTable("models");
            builder.HasKey(model => model.Version);
            builder.Property(model => model.Version).ValueGeneratedNever();
        }
    }
}

/// <summary>What was learnt.</summary>
internal sealed record ModelContent(ImmutableArray<ModelInput> Inputs, ModelTest Test);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ModelContent))]
internal sealed partial class ModelJson : JsonSerializerContext;

/// <summary>The table on the context. Inside an expression tree hold it in a local first.</summary>
internal static class ModelTables
{
    extension(MnmDbContext db)
    {
        public DbSet<TrainedModel> TrainedModels => db.Set<TrainedModel>();
    }
}
