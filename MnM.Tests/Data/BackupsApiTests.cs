using System.Net;
using System.Text.Json.Nodes;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;

namespace MnM.Tests.Data;

public sealed class BackupsApiTests
{
    [Fact]
    public async Task A_backup_of_the_running_MnM_is_made_and_listed()
    {
        await using var mnm = await RunningMnm.StartAsync();

        using var made = await mnm.Client.PostAsync("/api/backups", null);
        var listed = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/backups"))!.AsArray();

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal(await made.Content.ReadAsStringAsync(), listed.Single()!.ToJsonString());
        Assert.Equal("manual", (string)listed[0]!["kind"]!);
        Assert.Null(DatabaseFile.FindDamage(Path.Combine(mnm.DataDirectory, "backups", (string)listed[0]!["name"]!), thorough: true, CancellationToken.None));
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_told_and_a_folder_that_cannot_be_read()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(mnm.DataDirectory, "backups"), "a file where the folder would be");

        using var made = await mnm.Client.PostAsync("/api/backups", null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, made.StatusCode);
        Assert.Contains("No copy could be made", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var listed = await mnm.Client.GetAsync("/api/backups");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, listed.StatusCode);
        Assert.Contains("The folder of the backups cannot be read: ", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
