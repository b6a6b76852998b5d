using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Insights.Language.Chat;

/// <summary>Puts a question to an OpenAI-compatible server and listens to the answer. Whatever goes wrong becomes an answer; only a cancelled question throws.</summary>
internal sealed class ChatClient(IHttpClientFactory clients, IOptions<LanguageOptions> options, TimeProvider time)
{
    /// <summary>The client's name.</summary>
    public const string Client = "language";

    /// <summary>A model on this machine is loaded first, and reads the question before it says anything.</summary>
    public static readonly TimeSpan FirstWord = TimeSpan.FromSeconds(90);

    /// <summary>How long it may be silent between two pieces.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>In characters; an answer of the form that is asked for has a tenth of that.</summary>
    public const int LongestAnswer = 20_000;

    // Models that think aloud send far more than they say.
    private const int MostBytes = 8_000_000;
    private const int MostWordsOfRefusal = 4_000;

    /// <param name="body">The request.</param>
    /// <param name="hear">Hears each piece of the model's words; answers false where no more is wanted.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ChatAnswer> AskAsync(byte[] body, Func<string, bool> hear, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(FirstWord, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var began = false;
        try
        {
            using var request = Request(body);
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = new LimitedStream(await response.Content.ReadAsStreamAsync(either.Token), MostBytes);
            if (!response.IsSuccessStatusCode)
            {
                return new ChatAnswer.Refused(response.StatusCode, Wait(response.Headers.RetryAfter), await WordsAsync(stream, either.Token));
            }

            if (response.Content.Headers.ContentType?.MediaType == MediaTypeNames.Application.Json)
            {
                return await ReadWholeAsync(stream, hear, either.Token);
            }

            return await ReadStreamAsync(stream, hear, Came, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ChatAnswer.TimedOut(began ? "The language model fell silent in the middle of its answer." : Text($"The language model did not begin to answer within {FirstWord.TotalSeconds:0} seconds."));
        }
        catch (InvalidDataException)
        {
            return new ChatAnswer.Broken("The language model's answer has no end.");
        }
        catch (JsonException)
        {
            return new ChatAnswer.Broken("The language model's server answers with something that is no JSON.");
        }
        catch (HttpRequestException fault)
        {
            return new ChatAnswer.Broken(fault.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "The name of the language model's server leads nowhere.",
                HttpRequestError.ConnectionError => "The language model's server cannot be reached.",
                HttpRequestError.SecureConnectionError => "The certificate of the language model's server is not trusted.",
                _ => "The connection to the language model's server broke off.",
            });
        }
        catch (IOException)
        {
            return new ChatAnswer.Broken("The connection to the language model's server broke off.");
        }

        void Came()
        {
            began = true;
            patience.CancelAfter(Silence);
        }
    }

    private static async Task<ChatAnswer> ReadStreamAsync(Stream stream, Func<string, bool> hear, Action came, CancellationToken cancellationToken)
    {
        var pieces = new SaidPieces();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            came();
            if (item.Data == "[DONE]")
            {
                break;
            }

            using var piece = JsonDocument.Parse(item.Data);
            if (pieces.Add(piece.RootElement) is not { } words)
            {
                return new ChatAnswer.Broken("The language model's server reports an error in the middle of the answer.");
            }

            if (pieces.Length > LongestAnswer)
            {
                return new ChatAnswer.Broken("The language model's answer has no end.");
            }

            if (words.Length > 0 && !hear(words))
            {
                break;
            }
        }

        return pieces.ToSaid();
    }

    /// <summary>Of a server that does not stream.</summary>
    private static async Task<ChatAnswer> ReadWholeAsync(Stream stream, Func<string, bool> hear, CancellationToken cancellationToken)
    {
        using var whole = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        var pieces = new SaidPieces();
        if (pieces.Add(whole.RootElement) is not { } words)
        {
            return new ChatAnswer.Broken("The language model's server reports an error.");
        }

        if (pieces.Length > LongestAnswer)
        {
            return new ChatAnswer.Broken("The language model's answer has no end.");
        }

        hear(words);
        return pieces.ToSaid();
    }

    private static async Task<string> WordsAsync(Stream stream, CancellationToken cancellationToken)
    {
        var words = new byte[MostWordsOfRefusal];
        var read = await stream.ReadAtLeastAsync(words, words.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(words.AsSpan(0, read));
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.Endpoint!, "chat/completions")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Text.EventStream));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("MnM", "1"));
        if (options.Value.ApiKey is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return request;
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? told) => told?.Delta ?? (told?.Date is { } date ? date - time.GetUtcNow() : null);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
