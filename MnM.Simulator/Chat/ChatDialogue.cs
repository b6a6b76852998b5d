using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MnM.Simulator.World;

namespace MnM.Simulator.Chat;

/// <summary>Answers requests to the chat endpoint, well or with the fault of their turn.</summary>
public sealed class ChatDialogue
{
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly ChatOptions _options;
    private readonly ChatStream _stream;
    private int _questions = -1;

    internal ChatDialogue(ChatOptions options, TimeProvider clock) => (_options, _stream) = (options, new ChatStream(clock));

    /// <summary>The bodies of all questions so far, the first first.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>How many bytes of streams it has sent.</summary>
    public long Sent => _stream.Sent;

    /// <summary>Ends when it has begun to wait once more than this was asked: the clock may be moved then.</summary>
    public Task PausedAsync(CancellationToken cancellationToken) => _stream.Pauses.WaitAsync(cancellationToken);

    internal async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (_options.Key is { } key && request.Headers.Authorization != $"Bearer {key}")
        {
            await RefuseAsync(response, StatusCodes.Status401Unauthorized, "invalid_api_key", null);
        }
        else if (request.Path == "/v1/models" && HttpMethods.IsGet(request.Method))
        {
            await WriteAsync(response, new JsonObject { ["object"] = "list", ["data"] = new JsonArray(new JsonObject { ["id"] = ChatOptions.Model, ["object"] = "model" }) });
        }
        else if (request.Path == "/v1/chat/completions" && HttpMethods.IsPost(request.Method))
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            _asked.Enqueue(body);
            await AnswerAsync(context, body);
        }
        else
        {
            await RefuseAsync(response, StatusCodes.Status404NotFound, "not_found", null);
        }
    }

    private async Task AnswerAsync(HttpContext context, string body)
    {
        var (response, question) = (context.Response, Interlocked.Increment(ref _questions));
        if (Parse(body) is not { } asked || asked.Text("model") != ChatOptions.Model)
        {
            await RefuseAsync(response, StatusCodes.Status404NotFound, "model_not_found", "model");
            return;
        }

        var fault = _options.FaultOf(question);
        switch (fault)
        {
            case ChatFault.TooMany or ChatFault.TooManyUntold:
                if (fault == ChatFault.TooMany)
                {
                    response.Headers.RetryAfter = "7";
                }

                await RefuseAsync(response, StatusCodes.Status429TooManyRequests, "rate_limit_exceeded", null);
                return;
            case ChatFault.ServerError:
                await RefuseAsync(response, StatusCodes.Status500InternalServerError, "server_error", null);
                return;
            case ChatFault.NoSchema when asked.Child("response_format") is not null:
                await RefuseAsync(response, StatusCodes.Status400BadRequest, "unsupported_parameter", "response_format");
                return;
            case ChatFault.NoTools when asked.ContainsKey("tools"):
                await RefuseAsync(response, StatusCodes.Status400BadRequest, "unsupported_parameter", "tools");
                return;
            case ChatFault.NeverAnswers:
                await _stream.WaitForEverAsync(context.RequestAborted);
                return;
        }

        var calls = ChatCalls.Next(asked, fault, _options.LookUps, question);
        var answer = calls.Count > 0 ? "" : ChatWords.Answer([.. asked.Children("messages")], fault, _options.Seed, question);
        await (fault == ChatFault.NoStream || !asked.Flag("stream")
            ? WriteAsync(response, Whole(answer, calls, body.Length))
            : _stream.SendAsync(context, answer, calls, fault, Usage(answer, body.Length)));
    }

    private static JsonObject Whole(string answer, IReadOnlyList<JsonObject> calls, int asked) => new()
    {
        ["object"] = "chat.completion",
        ["model"] = ChatOptions.Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = calls.Count > 0
                ? new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray([.. calls]) }
                : new JsonObject { ["role"] = "assistant", ["content"] = answer },
            ["finish_reason"] = calls.Count > 0 ? "tool_calls" : "stop",
        }),
        ["usage"] = Usage(answer, asked),
    };

    // A token is about four letters.
    private static JsonObject Usage(string answer, int asked) => new() { ["prompt_tokens"] = asked / 4, ["completion_tokens"] = Math.Max(10, answer.Length / 4) };

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpResponse response, int status, string code, string? parameter)
    {
        response.StatusCode = status;
        return WriteAsync(response, new JsonObject { ["error"] = new JsonObject { ["message"] = "No.", ["code"] = code, ["param"] = parameter } });
    }

    private static async Task WriteAsync(HttpResponse response, JsonObject body)
    {
        response.ContentType = "application/json";
        await response.WriteAsync(body.ToJsonString(), response.HttpContext.RequestAborted);
    }
}
