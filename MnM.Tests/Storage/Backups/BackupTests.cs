using System.Runtime.Versioning;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Demo;

namespace MnM.Tests.Storage.Backups;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_is_a_whole_database_of_its_own()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("before");

        var backup = await run.MakeAsync();
        await run.WriteAsync("after");

        Assert.Equal(new Backup("mnm-20261123T021400Z-manual.db", BackupKind.Manual, run.Clock.GetUtcNow(), new FileInfo(run.PathOf(backup)).Length), backup);
        Assert.Equal([backup], run.Backups.List());
        Assert.Equal(["before"], await run.NotesAsync(run.PathOf(backup)));
        Assert.Equal(["before", "after"], await run.NotesAsync());
    }

    [Fact]
    public async Task A_backup_that_is_made_while_a_thousand_rows_are_written_is_whole_and_of_one_moment()
    {
        using var run = await BackupRun.StartAsync();
        TaskCompletionSource some = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 1000; n++)
            {
                await run.WriteAsync($"{n:0000}");
                if (n == 100)
                {
                    some.SetResult();
                }
            }
        });

        await some.Task;
        var backup = await run.MakeAsync();
        var seen = (await run.NotesAsync()).Count;
        await writing;

        Assert.Null(DatabaseFile.FindDamage(run.PathOf(backup), thorough: true, CancellationToken.None));
        var notes = await run.NotesAsync(run.PathOf(backup));
        Assert.InRange(notes.Count, 101, seen);
        Assert.Equal(Enumerable.Range(0, notes.Count).Select(n => $"{n:0000}"), notes);
        Assert.Equal(1000, (await run.NotesAsync()).Count);
    }

    [Fact]
    public async Task A_disk_without_room_is_told_and_the_older_backups_stay()
    {
        using var run = await BackupRun.StartAsync();
        var older = await run.MakeAsync();
        run.Clock.Advance(TimeSpan.FromHours(1));
        run.FreeBytes = _ => 64 * 1024 * 1024;

        var answer = await run.Desk.MakeAsync(BackupKind.Daily, CancellationToken.None);

        Assert.Equal(new BackupAnswer(null, "No copy could be made: the disk would be full."), answer);
        Assert.Equal(answer.Fault, run.Desk.Fault);
        Assert.Equal([run.PathOf(older)], Directory.GetFiles(run.Backups.Path));

        run.FreeBytes = _ => long.MaxValue;
        await run.MakeAsync();
        Assert.Null(run.Desk.Fault);
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup_and_leaves_no_half_of_one()
    {
        using var run = await BackupRun.StartAsync();
        for (var n = 0; n < 200; n++)
        {
            await run.WriteAsync(new string((char)('a' + (n % 26)), 2000));
        }

        var older = await run.MakeAsync();
        run.Clock.Advance(TimeSpan.FromHours(1));
        BackupRun.Damage(run.Database);

        var answer = await run.Desk.MakeAsync(BackupKind.Daily, CancellationToken.None);

        Assert.Null(answer.Made);
        Assert.Equal("The database is damaged.", answer.Fault);
        Assert.Equal([run.PathOf(older)], Directory.GetFiles(run.Backups.Path));
    }

    [Fact]
    public async Task One_that_is_called_off_leaves_nothing()
    {
        using var run = await BackupRun.StartAsync();
        using CancellationTokenSource off = new();
        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Desk.MakeAsync(BackupKind.Manual, off.Token));

        Assert.Empty(run.Backups.List());
        Assert.NotNull(await run.MakeAsync());
    }

    [Fact]
    public async Task What_a_kill_left_is_no_backup_and_goes_with_the_next_one()
    {
        using var run = await BackupRun.StartAsync();
        Directory.CreateDirectory(run.Backups.Path);
        var rest = Path.Combine(run.Backups.Path, "mnm-20261122T021400Z-daily.db.part");
        await File.WriteAllTextAsync(rest, "half");

        Assert.Empty(run.Backups.List());
        await run.MakeAsync();

        Assert.False(File.Exists(rest));
    }

    [Fact]
    public async Task A_day_makes_one_backup_and_the_oldest_daily_ones_go()
    {
        using var run = await BackupRun.StartAsync();
        run.Options.BackupsKept = 3;
        var asked = await run.MakeAsync();
        await run.Loop.TickAsync(CancellationToken.None);
        Assert.Equal([asked], run.Backups.List());

        for (var hour = 0; hour < 24 * 6; hour++)
        {
            run.Clock.Advance(TimeSpan.FromHours(1));
            await run.Loop.TickAsync(CancellationToken.None);
        }

        var daily = run.Backups.List().Where(backup => backup.Kind == BackupKind.Daily).ToList();
        Assert.Equal(["20261128", "20261127", "20261126"], daily.Select(backup => backup.MadeAt.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains(asked, run.Backups.List());
    }

    [Theory]
    [InlineData(31, 2)]
    [InlineData(-3000, 3)]
    public async Task A_clock_that_was_wrong_once_costs_one_backup_at_most(int days, int left)
    {
        using var run = await BackupRun.StartAsync();
        run.Options.BackupsKept = 3;
        for (var day = 0; day < 3; day++)
        {
            run.Clock.Advance(TimeSpan.FromDays(1));
            await run.MakeAsync(BackupKind.Daily);
        }

        var real = run.Backups.List();
        foreach (var jump in new[] { days, -days })
        {
            run.Clock.Advance(TimeSpan.FromDays(jump));
            using var loop = run.NewLoop();
            for (var tick = 0; tick < 12; tick++)
            {
                run.Clock.Advance(TimeSpan.FromMinutes(10));
                await loop.TickAsync(CancellationToken.None);
            }
        }

        var wrong = Assert.Single(run.Backups.List().Except(real));
        Assert.Equal(real.Take(left).Append(wrong).ToHashSet(), run.Backups.List().ToHashSet());
    }

    [Fact]
    public async Task Without_daily_backups_none_is_made_and_none_goes()
    {
        using var run = await BackupRun.StartAsync();
        var daily = await run.MakeAsync(BackupKind.Daily);
        run.Options.BackupsKept = 0;
        run.Clock.Advance(TimeSpan.FromDays(9));

        await run.Loop.TickAsync(CancellationToken.None);

        Assert.Equal([daily], run.Backups.List());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_a_backup_up_for_an_hour_at_most()
    {
        using var run = await BackupRun.StartAsync();
        run.Clock.Advance(TimeSpan.FromDays(-9));
        await run.Loop.TickAsync(CancellationToken.None);
        Assert.Empty(run.Backups.List());

        run.Clock.Advance(TimeSpan.FromHours(1));
        await run.Loop.TickAsync(CancellationToken.None);
        Assert.Single(run.Backups.List());
    }

    [Fact]
    public async Task After_a_failure_the_next_try_waits_an_hour()
    {
        using var run = await BackupRun.StartAsync();
        run.FreeBytes = _ => 0;
        run.Clock.Advance(TimeSpan.FromMinutes(10));
        await run.Loop.TickAsync(CancellationToken.None);
        run.FreeBytes = _ => null;

        run.Clock.Advance(TimeSpan.FromMinutes(50));
        await run.Loop.TickAsync(CancellationToken.None);
        Assert.Empty(run.Backups.List());

        run.Clock.Advance(TimeSpan.FromMinutes(10));
        await run.Loop.TickAsync(CancellationToken.None);
        Assert.Single(run.Backups.List());
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_of_the_machine_reads_backups_wherever_they_are()
    {
        const UnixFileMode alone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var run = await BackupRun.StartAsync();
        File.SetUnixFileMode(run.Database, alone | UnixFileMode.OtherRead);
        run.Options.BackupDirectory = run.Folder.File("elsewhere");

        var made = await run.MakeAsync();
        await run.StageAsync(made);
        run.Clock.Advance(TimeSpan.FromMinutes(1));
        await run.BeginAsync();

        Assert.Equal(alone | UnixFileMode.UserExecute, File.GetUnixFileMode(run.Backups.Path));
        Assert.Equal([BackupKind.Replaced, BackupKind.Manual], run.Backups.List().Select(backup => backup.Kind));
        Assert.All(run.Backups.List(), backup => Assert.Equal(alone, File.GetUnixFileMode(run.PathOf(backup))));
        Assert.Equal(alone, File.GetUnixFileMode(run.Database));
    }

    [Theory]
    [InlineData("../mnm.db")]
    [InlineData("..\\mnm.db")]
    [InlineData("/etc/passwd")]
    [InlineData("mnm.db")]
    [InlineData("mnm-20261123T021400Z-manual.db/../../mnm.db")]
    [InlineData("")]
    public async Task A_name_that_is_no_backup_s_leads_nowhere(string name)
    {
        using var run = await BackupRun.StartAsync();
        await run.MakeAsync();

        Assert.Null(run.Backups.Find(name));
        Assert.False(run.Backups.Delete(name));
        Assert.True(File.Exists(run.Database));
    }

    [Fact]
    public async Task A_backup_can_be_deleted()
    {
        using var run = await BackupRun.StartAsync();
        var backup = await run.MakeAsync();

        Assert.True(run.Backups.Delete(backup.Name));

        Assert.Empty(run.Backups.List());
    }
}
