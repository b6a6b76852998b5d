using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live.Recording.Files;

namespace MnM.Tests.Live.Recording;

/// <summary>Makes, takes apart and opens game files.</summary>
internal static class GameFiles
{
    public static async Task<byte[]> WriteAsync(LiveRun run, long id)
    {
        using var file = new MemoryStream();
        Assert.Equal(GameFileResult.Written, await run.Services.GetRequiredService<GameFileWriter>().WriteAsync(id, file, CancellationToken.None));
        return file.ToArray();
    }

    public static Task<ImportedGame> OpenAsync(LiveRun run, byte[] file) => run.Services.GetRequiredService<GameFileImport>().ImportAsync(new MemoryStream(file), null, CancellationToken.None);

    /// <summary>Plays a game to its end, with a kill every ten seconds.</summary>
    public static async Task<long> PlayAsync(LiveRun run, int seconds)
    {
        for (var n = 0; n <= seconds; n++)
        {
            var second = n;
            await run.PollAsync(
                Polls.Response(60 + second, response =>
                {
                    response.Players()[0]!["scores"]!["kills"] = second / 10;
                    for (var kill = 0; kill < second / 10; kill++)
                    {
                        response.Events().Add(Polls.Event(response.Events().Count, "ChampionKill", 70 + (kill * 10), ("KillerName", "Player 0"), ("VictimName", "Player 7"), ("Assisters", new JsonArray())));
                    }

                    if (second == seconds)
                    {
                        response.Events().Add(Polls.Event(response.Events().Count, "GameEnd", 60 + second, ("Result", "Win")));
                    }
                }),
                after: n == 0 ? 6 : 1);
        }

        return run.State.Game!.GameId;
    }

    public static Task<int> EndAsync(LiveRun run, long id) => run.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE games SET is_live = 0, end_reason = 'restart' WHERE id = {id}"));

    public static List<string> Lines(byte[] file)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
        return [.. plain.ReadToEnd().Split('\n')[..^1]];
    }

    public static IEnumerable<string> Signed(List<string> lines)
    {
        var before = string.Concat(lines.SkipLast(1).Select(line => line + '\n'));
        return [.. lines.SkipLast(1), $"{{\"end\":{lines.Count - 2},\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before)))}\"}}"];
    }

    public static byte[] Pack(IEnumerable<string> lines)
    {
        using var file = new MemoryStream();
        using (var packed = new StreamWriter(new GZipStream(file, CompressionLevel.Fastest)))
        {
            foreach (var line in lines)
            {
                packed.Write(line);
                packed.Write('\n');
            }
        }

        return file.ToArray();
    }
}
