using MnM.Tests.Hosting;
using MnM.Web.Live;

namespace MnM.Tests.StaticData;

public sealed class GameConstantsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();

    [Fact]
    public async Task Queues_and_maps_are_fetched_kept_and_stay_over_a_new_version_of_the_catalog()
    {
        using var run = new StaticDataRun(_folder, _dragon);
        await run.Constants.LookAsync(CancellationToken.None);
        await run.LookAsync();

        var constants = run.Store.Current.Constants;
        Assert.Equal([new(0, "Custom", "Custom games"), new(600, "Blood Hunt Assassin", "Summoner's Rift"), new(3110, "A new mode", "Summoner's Rift")], constants.Queues.Values.OrderBy(queue => queue.Id));
        Assert.Equal(KeyValuePair.Create(22, "Convergence"), Assert.Single(constants.Maps));
        Assert.Equal("16.18.1", run.Store.Current.Version);
        Assert.True(run.Constants.UpToDate);
        Assert.Contains("static/queues.json", _folder.Files);
        Assert.Contains("static/maps.json", _folder.Files);
    }

    [Fact]
    public async Task Without_network_those_of_the_disk_are_used_and_the_cause_is_told_once()
    {
        using (var first = new StaticDataRun(_folder, _dragon))
        {
            await first.Constants.LookAsync(CancellationToken.None);
        }

        _dragon.Offline = true;
        using var run = new StaticDataRun(_folder, _dragon);
        await run.Constants.LookAsync(CancellationToken.None);
        await run.Constants.LookAsync(CancellationToken.None);

        Assert.Equal("A new mode", run.Store.Current.Constants.Queues[3110].Name);
        Assert.Contains("the 3 queues known stay", Assert.Single(run.Logged.Warnings), StringComparison.Ordinal);
        Assert.False(run.Constants.UpToDate);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"queueId": 420}""")]
    [InlineData("""[{"queueId": "many"}]""")]
    public async Task A_list_that_is_none_takes_nothing_away(string answer)
    {
        using var run = new StaticDataRun(_folder, _dragon);
        await run.Constants.LookAsync(CancellationToken.None);
        _dragon.Put("/docs/lol/queues.json", answer);
        await run.Constants.LookAsync(CancellationToken.None);

        Assert.Equal(3, run.Store.Current.Constants.Queues.Count);
        Assert.Single(run.Logged.Warnings);
    }

    [Fact]
    public async Task A_corrupt_file_is_fetched_again()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "static"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "static", "queues.json"), "{");
        using var run = new StaticDataRun(_folder, _dragon);
        await run.Constants.LookAsync(CancellationToken.None);

        Assert.Equal(3, run.Store.Current.Constants.Queues.Count);
    }

    [Theory]
    [InlineData(420, false, "Ranked Solo")]
    [InlineData(600, false, "Blood Hunt Assassin")]
    [InlineData(4711, false, "Queue 4711")]
    [InlineData(420, true, "Custom game")]
    [InlineData(0, false, "")]
    public async Task A_queue_has_the_name_that_players_use_else_Riots_else_its_number(int id, bool isCustom, string name)
    {
        using var run = new StaticDataRun(_folder, _dragon);
        await run.Constants.LookAsync(CancellationToken.None);

        Assert.Equal(name, GameWords.Queue(id, isCustom, run.Store.Current));
    }

    public void Dispose()
    {
        _dragon.Dispose();
        _folder.Dispose();
    }
}
