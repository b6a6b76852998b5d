using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.Words;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Keeps insights.</summary>
internal sealed class InsightStore(IDbContextFactory<MnmDbContext> contexts)
{
    private const string OwnWords = "MnM";

    /// <summary>What is stored of a subject; null where nobody asked for it yet.</summary>
    public async Task<StoredInsight?> FindAsync(InsightSubject subject, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (insights, key) = (db.Insights, subject.Key);
        return await insights.AsNoTracking().FirstOrDefaultAsync(insight => insight.Subject == key, cancellationToken);
    }

    /// <summary>Stores an insight in the transaction of <paramref name="db"/>.</summary>
    public static async Task StoreAsync(MnmDbContext db, InsightSubject subject, string hash, InsightReport report, InsightWords words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await RowAsync(db, subject, cancellationToken);
        (row.Hash, row.MadeAt, row.Author) = (hash, now, words.Author.Model ?? OwnWords);
        row.Report = JsonSerializer.Serialize(report, InsightJson.Default.InsightReport);
        row.Words = JsonSerializer.Serialize(words, InsightJson.Default.InsightWords);
        (row.Fault, row.FaultAt) = (null, null);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Stores why none was made, in the transaction of <paramref name="db"/>; the last one stays.</summary>
    public static async Task StoreFaultAsync(MnmDbContext db, InsightSubject subject, string fault, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await RowAsync(db, subject, cancellationToken);
        (row.Fault, row.FaultAt) = (fault, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The insight of a row; null where none was made, or another version of MnM wrote it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="hash">Of what it would be made from now.</param>
    public static Insight? Read(StoredInsight? row, string hash)
    {
        if (row is not { Report: { } report, Words: { } words, MadeAt: { } madeAt })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(report, InsightJson.Default.InsightReport) is { } figures && JsonSerializer.Deserialize(words, InsightJson.Default.InsightWords) is { } said
                ? new Insight(figures, said, madeAt, IsOld: row.Hash != hash)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<StoredInsight> RowAsync(MnmDbContext db, InsightSubject subject, CancellationToken cancellationToken)
    {
        var (insights, key) = (db.Insights, subject.Key);
        return await insights.FirstOrDefaultAsync(insight => insight.Subject == key, cancellationToken)
            ?? db.Add(new StoredInsight { Subject = key, Kind = subject is InsightSubject.OfMatch ? "match" : "player" }).Entity;
    }
}

/// <summary>Insights as they are stored. What is counted from the rest is left out.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(InsightReport))]
[JsonSerializable(typeof(InsightWords))]
internal sealed partial class InsightJson : JsonSerializerContext;
