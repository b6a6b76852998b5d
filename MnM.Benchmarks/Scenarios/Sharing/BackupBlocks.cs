using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Storage.Backups;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>What the recorder waits while a backup is made.</summary>
internal sealed class BackupBlocks : Measurement
{
    public override string Title => "What a backup holds up";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        await ManyMatches.StoreAsync(database, PollWaits.Matches, cancellationToken);
        PollWaits.Fill(database, size);
        var (desk, folder) = (database.Collector.Get<BackupDesk>(), database.Collector.Get<BackupFolder>());
        Backup? backup = null;
        var bytes = 0L;

        var waits = await PollWaits.MeasureAsync(database, MakeAsync, DeleteAsync, cancellationToken);

        results.Add("backup_mb", bytes / 1024d / 1024d);
        results.Add("backup_polls", waits.Polls);
        results.AddMedian("backup_blocks_ms", waits.Beside);
        results.Add("backup_blocks_max_ms", waits.Beside.Max());
        results.AddMedian("yardstick_write_ms", waits.Alone);

        async Task MakeAsync()
        {
            var answer = await desk.MakeAsync(BackupKind.Manual, cancellationToken);
            backup = answer.Made ?? throw new InvalidOperationException(answer.Fault);
            bytes = backup.Bytes;
        }

        Task DeleteAsync()
        {
            folder.Delete(backup!.Name);
            return Task.CompletedTask;
        }
    }
}
