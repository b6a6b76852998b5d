using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Storage.Backups;
using MnM.Simulator;

namespace MnM.Tests.Storage.Backups;

/// <summary>What happens while a copy is made.</summary>
public sealed class CopierTests
{
    private const string Taken = "A backup or a restore is being made already.";

    [Fact]
    public async Task A_second_click_on_restore_does_not_break_the_first_one()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        var backup = await run.MakeAsync();
        Task<string?>? second = null;
        run.FreeBytes = _ =>
        {
            second ??= run.StageAsync(backup);
            return null;
        };

        Assert.Null(await run.StageAsync(backup));
        Assert.Equal(Taken, await second!);
        Assert.Equal(["kept"], await run.NotesAsync($"{run.Database}.restore"));
    }

    [Fact]
    public async Task Nothing_is_restored_and_nothing_begins_empty_while_a_backup_is_made()
    {
        using var run = await BackupRun.StartAsync();
        var backup = await run.MakeAsync();
        List<Task<string?>> meanwhile = [];
        run.FreeBytes = _ =>
        {
            meanwhile.AddRange([run.StageAsync(backup), run.Restore.StageNothingAsync(CancellationToken.None)]);
            return null;
        };

        await run.MakeAsync();

        Assert.Equal($"{Taken} {Taken}", string.Join(' ', await Task.WhenAll(meanwhile)));
        Assert.False(File.Exists($"{run.Database}.restore"));
        Assert.Null(run.Desk.Fault);
    }

    [Fact]
    public async Task A_restore_leaves_room_on_the_disk_of_the_database()
    {
        using var run = await BackupRun.StartAsync();
        var backup = await run.MakeAsync();
        run.FreeBytes = folder => folder == run.Folder.Path ? (64 * 1024 * 1024) + (backup.Bytes / 2) : long.MaxValue;

        Assert.Equal("No copy could be made: the disk would be full.", await run.StageAsync(backup));

        Assert.Empty(Directory.GetFiles(run.Folder.Path, "mnm.db.restore*"));
        Assert.NotNull(await run.MakeAsync());
    }

    [Fact]
    public async Task A_copy_ends_with_MnM_so_that_nobody_reads_the_database_that_is_replaced()
    {
        using var run = await BackupRun.StartAsync();
        ValueTask end = default;
        run.FreeBytes = _ =>
        {
            end = run.Copier.DisposeAsync();
            return null;
        };

        var answer = await run.Desk.MakeAsync(BackupKind.Manual, CancellationToken.None);
        await end;

        Assert.Equal(new BackupAnswer(null, "MnM ended before it was done."), answer);
        Assert.Empty(Directory.GetFiles(run.Backups.Path));
    }

    [Fact]
    public async Task What_a_power_cut_left_of_a_restore_goes_with_the_next_start()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        foreach (var rest in new[] { "", "-journal" })
        {
            await File.WriteAllTextAsync($"{run.Database}.restore.part{rest}", "half");
        }

        await run.BeginAsync();

        Assert.Empty(Directory.GetFiles(run.Folder.Path, "*.part*"));
        Assert.Equal(["kept"], await run.NotesAsync());
    }

    [Fact]
    public async Task A_copy_that_hangs_does_not_keep_MnM_from_ending()
    {
        SimulatorClock clock = new();
        DatabaseCopier copier = new(clock, NullLogger<DatabaseCopier>.Instance);
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim answers = new();
        var copying = copier.RunAsync(
            _ =>
            {
                begun.SetResult();
                answers.Wait(CancellationToken.None);
                return "done";
            },
            CancellationToken.None);
        await begun.Task;

        var end = copier.DisposeAsync().AsTask();
        clock.Advance(9);
        Assert.False(end.IsCompleted);
        clock.Advance(1);
        await end;

        Assert.False(copying.IsCompleted);
        answers.Set();
        Assert.Equal("done", await copying);
    }

    [Fact]
    public async Task A_file_of_no_bytes_restores_nothing()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await File.WriteAllBytesAsync($"{run.Database}.restore", []);

        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
    }
}
