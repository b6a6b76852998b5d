using System.Net;
using MnM.Tests.Hosting;

namespace MnM.Tests.Data;

/// <summary>The repair's page where the folder of the backups cannot be read.</summary>
public sealed class RepairFolderTests : IAsyncLifetime
{
    private RepairingMnm _mnm = null!;

    public async Task InitializeAsync()
    {
        var folder = new TemporaryFolder();
        _mnm = await RepairingMnm.StartAsync(folder, ("BACKUP_PATH", folder.Write("letter.txt", "no folder")));
    }

    public Task DisposeAsync() => _mnm.DisposeAsync().AsTask();

    [Fact]
    public async Task The_page_tells_why_and_still_offers_an_empty_database()
    {
        var page = await _mnm.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("They cannot be read: ", text, StringComparison.Ordinal);
        Assert.Contains("The restore did not take place.", text, StringComparison.Ordinal);
        Assert.Contains("Begin with an empty database", text, StringComparison.Ordinal);

        using var begun = await _mnm.Client.PostAsync("/repair/empty", null);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        Assert.Equal(1, _mnm.Restarts);
    }

    [Theory]
    [InlineData("latest", "No copy could be made: ")]
    [InlineData("mnm-20261123T021400Z-manual.db", "The folder of the backups cannot be read.")]
    public async Task A_restore_is_refused_with_the_reason(string name, string reason)
    {
        using var answer = await _mnm.Client.PostAsync($"/repair/{name}", null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _mnm.Restarts);
    }
}
