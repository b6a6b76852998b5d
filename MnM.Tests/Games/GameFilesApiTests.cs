using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;
using MnM.Tests.Live;
using MnM.Tests.Live.Recording;
using MnM.Tests.Storage.Backups;

namespace MnM.Tests.Games;

public sealed class GameFilesApiTests
{
    [Fact]
    public async Task A_game_goes_from_one_MnM_to_another()
    {
        await using var run = await LiveRun.StartAsync();
        var file = await GameFiles.WriteAsync(run, await GameFiles.PlayAsync(run, 70));
        await using var mnm = await RunningMnm.StartAsync();

        var (status, opened) = await PostAsync(mnm, file);
        var id = (long)opened["game_id"]!;
        var game = JsonNode.Parse(await mnm.Client.GetStringAsync($"/api/games/{id}"))!;
        using var again = await mnm.Client.GetAsync($"/api/games/{id}/file");

        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)opened["is_new"]!));
        Assert.NotNull(game["imported_at"]);
        Assert.Equal(10, game["players"]!.AsArray().Count);
        Assert.Equal(71, JsonNode.Parse(await mnm.Client.GetStringAsync($"/api/games/{id}/snapshots"))!.AsArray().Count);
        Assert.EndsWith(".mnmgame", again.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, false), ((await PostAsync(mnm, await again.Content.ReadAsByteArrayAsync())) is var (second, answer) ? (second, (bool)answer["is_new"]!) : default));
    }

    [Fact]
    public async Task What_is_no_game_file_is_refused_with_its_reason()
    {
        await using var mnm = await RunningMnm.StartAsync();

        var (status, problem) = await PostAsync(mnm, Encoding.UTF8.GetBytes("PK this is a letter"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "This is no game file, or it is damaged."), (status, (string)problem["detail"]!));
    }

    [Fact]
    public async Task A_body_of_65_MB_is_refused_unread_and_a_foreign_page_may_send_none()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using HttpRequestMessage foreign = new(HttpMethod.Post, "/api/games/import") { Content = new ByteArrayContent([1, 2, 3]) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(mnm, new byte[65 * 1024 * 1024])).Status);
        using var refused = await mnm.Client.SendAsync(foreign);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var mnm = await RunningMnm.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync("/api/games/7/file")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync("/api/games/-7/file")).StatusCode);
    }

    [LinuxFact]
    public async Task A_full_disk_is_named_and_the_next_game_file_is_tried_again()
    {
        await using var run = await LiveRun.StartAsync();
        var file = await GameFiles.WriteAsync(run, await GameFiles.PlayAsync(run, 20));
        using TemporaryFolder folder = new();
        await using var mnm = await RunningMnm.StartAsync(services => services.AddSingleton(FullDisk.In(folder.Path)));
        var id = (long)(await PostAsync(mnm, file)).Body["game_id"]!;

        for (var time = 0; time < 2; time++)
        {
            using var answer = await mnm.Client.GetAsync($"/api/games/{id}/file");
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "The disk of temporary files is full."), (answer.StatusCode, (string)problem["detail"]!));
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(RunningMnm mnm, byte[] file)
    {
        using ByteArrayContent body = new(file);

        // Asked first, so that what is too large is refused before it is sent.
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/games/import") { Content = body };
        request.Headers.ExpectContinue = true;
        using var answer = await mnm.Client.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
