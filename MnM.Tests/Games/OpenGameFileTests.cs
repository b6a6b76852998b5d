using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live.Recording.Files;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Recording;
using MnM.Tests.Storage.Backups;
using MnM.Web.Games;

namespace MnM.Tests.Games;

/// <summary>The button that opens a recording of another MnM.</summary>
public sealed class OpenGameFileTests : GamesContext
{
    [Fact]
    public async Task A_game_file_leads_to_its_game()
    {
        var file = await GameFiles.WriteAsync(Run, await PlayAsync());
        var button = Render<OpenGameFile>();

        button.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "evening.mnmgame"));

        var id = (await GameFiles.OpenAsync(Run, file)).GameId;
        button.WaitForAssertion(() => Assert.EndsWith($"/games/{id}", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Contains("recorded by another MnM", Show(id!.Value).Find(".src").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_none_is_told_and_another_can_be_chosen()
    {
        var button = Render<OpenGameFile>();

        button.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("a letter", "evening.mnmgame"));

        button.WaitForAssertion(() => Assert.Equal("This is no game file, or it is damaged.", button.Find("[role=alert]").TextContent), TimeSpan.FromSeconds(20));
        Assert.NotNull(button.FindComponent<InputFile>());
    }

    [Fact]
    public void One_that_is_too_large_is_not_even_read()
    {
        var button = Render<OpenGameFile>();

        button.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[GameFileImport.LargestFile + 1], "evening.mnmgame"));

        button.WaitForAssertion(() => Assert.Contains("larger than 64 MB", button.Find("[role=alert]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [LinuxFact]
    public void A_full_disk_is_named_and_not_the_file()
    {
        using TemporaryFolder folder = new();
        Aside = FullDisk.In(folder.Path);
        var button = Render<OpenGameFile>();

        button.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("a letter", "evening.mnmgame"));

        button.WaitForAssertion(() => Assert.Equal("The disk of temporary files is full.", button.Find("[role=alert]").TextContent), TimeSpan.FromSeconds(20));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_game_from_a_file_says_so_in_the_list_and_goes_as_a_whole()
    {
        var id = (await GameFiles.OpenAsync(Run, await GameFiles.WriteAsync(Run, await PlayAsync()))).GameId!.Value;
        var (games, _) = await Services.GetRequiredService<MnM.Collector.Live.GameListQuery>().PageAsync(new(), 0, 10, CancellationToken.None);

        Assert.Equal([1, id], games.Select(game => game.Game.Id));
        Assert.Equal([false, true], games.Select(game => GameLine.Of(game, null, Run.Clock).Played.Mode.EndsWith(" · from a file", StringComparison.Ordinal)));
    }
}
