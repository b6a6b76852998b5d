using MnM.Collector.Storage.Backups;

namespace MnM.Tests.Storage.Backups;

/// <summary>At which starts a damaged database is found that is too large to be looked at always.</summary>
public sealed class StartCheckTests
{
    [Theory]
    [InlineData(BackupKind.Daily, 47, false)]
    [InlineData(BackupKind.Manual, 47, false)]
    [InlineData(BackupKind.Replaced, 47, true)]
    [InlineData(BackupKind.Daily, 48, true)]
    [InlineData(BackupKind.Daily, -1, true)]
    public async Task A_backup_stands_for_it_for_two_days(BackupKind kind, int hours, bool isFound)
    {
        using var run = await StartLargeAsync();
        await run.MakeAsync(kind);
        run.Clock.Advance(TimeSpan.FromHours(hours));
        Damage(run);

        Assert.Equal(isFound, await IsFoundAsync(run));
    }

    [Fact]
    public async Task Without_a_backup_it_is_looked_at()
    {
        using var run = await StartLargeAsync();
        Damage(run);

        Assert.True(await IsFoundAsync(run));
    }

    [Fact]
    public async Task After_an_end_that_was_not_clean_it_is_looked_at()
    {
        using var run = await StartLargeAsync();
        await run.MakeAsync();
        Damage(run);
        await File.WriteAllTextAsync($"{run.Database}-wal", "");

        Assert.True(await IsFoundAsync(run));
    }

    [Fact]
    public async Task After_a_backup_that_failed_for_damage_it_is_looked_at_until_it_is_whole()
    {
        using var run = await StartLargeAsync();
        var older = await run.MakeAsync();
        Damage(run);
        Assert.Equal("The database is damaged.", (await run.Desk.MakeAsync(BackupKind.Daily, CancellationToken.None)).Fault);
        BackupRun.Close();
        Assert.True(await IsFoundAsync(run));
        Assert.True(await IsFoundAsync(run));

        Assert.Null(await run.StageAsync(older));
        await run.BeginAsync();
        Damage(run);
        Assert.False(await IsFoundAsync(run));
    }

    [Fact]
    public async Task A_backup_that_failed_for_another_reason_says_nothing_of_it()
    {
        using var run = await StartLargeAsync();
        await run.MakeAsync();
        run.Clock.Advance(TimeSpan.FromHours(1));
        run.FreeBytes = _ => 0;
        Assert.NotNull((await run.Desk.MakeAsync(BackupKind.Daily, CancellationToken.None)).Fault);
        Damage(run);

        Assert.False(await IsFoundAsync(run));
    }

    private static async Task<BackupRun> StartLargeAsync()
    {
        var run = await BackupRun.StartAsync();
        run.Check.Largest = 0;
        for (var n = 0; n < 200; n++)
        {
            await run.WriteAsync(new string((char)('a' + (n % 26)), 2000));
        }

        return run;
    }

    /// <summary>Far from what a start reads.</summary>
    private static void Damage(BackupRun run)
    {
        BackupRun.Close();
        using var file = File.Open(run.Database, FileMode.Open);
        file.Position = file.Length - (60 * 4096);
        file.Write(new byte[60 * 4096]);
    }

    private static async Task<bool> IsFoundAsync(BackupRun run)
    {
        try
        {
            await run.Check.RunAsync(CancellationToken.None);
            return false;
        }
        catch (DamagedDatabaseException)
        {
            return true;
        }
    }
}
