using System.Net.Sockets;
using System.Security.Authentication;

namespace MnM.Collector.Live;

/// <summary>What the game's port answered.</summary>
internal abstract record LiveAnswer
{
    /// <summary>What is wrong, in a sentence for people; null where nothing is.</summary>
    public string? Fault => this switch
    {
        Faulty faulty => faulty.Message,
        NotReady notReady => $"The game answered with status {notReady.Status}.",
        _ => null,
    };

    /// <summary>A body with status 200.</summary>
    public sealed record Body(ReadOnlyMemory<byte> Bytes) : LiveAnswer;

    /// <summary>Another status: the game is loading.</summary>
    public sealed record NotReady(int Status) : LiveAnswer;

    /// <summary>Nobody listens: no game runs.</summary>
    public sealed record Refused : LiveAnswer;

    /// <summary>No usable answer; the sentence is for people.</summary>
    public sealed record Faulty(string Message) : LiveAnswer;
}

/// <summary>Asks the Live Client Data API of the running game. https://developer.riotgames.com/docs/lol#game-client-api</summary>
internal sealed class LiveClient(HttpClient http, AnswerLog answers, TimeProvider time)
{
    /// <summary>A whole answer must have arrived after this time.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Everything about the running game, about 45 KB.</summary>
    public const string AllGameData = "liveclientdata/allgamedata";

    /// <summary>A few bytes: the cheap way to see whether a game runs.</summary>
    public const string GameStats = "liveclientdata/gamestats";

    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>One GET; never throws for what the other side does.</summary>
    public async Task<LiveAnswer> FetchAsync(string path, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var answer = await AskAsync(path, cancellationToken);
        var (status, fault, bytes) = answer switch
        {
            LiveAnswer.Body body => (200, null, body.Bytes.Length),
            LiveAnswer.NotReady loading => (loading.Status, null, 0),
            _ => (0, answer.Fault, 0),
        };
        answers.Add(AnswerSource.Game, path, status, fault, time.GetElapsedTime(start), bytes);
        return answer;
    }

    private async Task<LiveAnswer> AskAsync(string path, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode
                ? new LiveAnswer.Body(await ReadAsync(response, either.Token))
                : new LiveAnswer.NotReady((int)response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && !timer.IsCancellationRequested)
        {
            // The connection itself timed out: Windows takes its time to refuse one.
            return new LiveAnswer.Refused();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LiveAnswer.Faulty($"The game did not answer within {Timeout.TotalSeconds:0} s.");
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return new LiveAnswer.Refused();
        }
        catch (HttpRequestException fault) when (fault.InnerException is AuthenticationException)
        {
            return new LiveAnswer.Faulty("The program on the game's port is not the game: its certificate does not come from the trusted root.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new LiveAnswer.Faulty($"The game's answer broke off: {fault.Message}");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var expected = response.Content.Headers.ContentLength;
        if (expected > MostBytes)
        {
            throw new IOException($"It is larger than {MostBytes / 1024 / 1024} MB.");
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[expected ?? 64 * 1024];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                if (expected is not null)
                {
                    return bytes;
                }

                Array.Resize(ref bytes, length < MostBytes ? length * 2 : throw new IOException($"It is larger than {MostBytes / 1024 / 1024} MB."));
            }

            var read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return bytes.AsMemory(0, length);
            }

            length += read;
        }
    }
}
