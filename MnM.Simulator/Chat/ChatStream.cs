using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.Chat;

/// <summary>Sends an answer piece by piece, as server-sent events.</summary>
internal sealed class ChatStream(TimeProvider clock)
{
    private const int PieceLength = 7;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _sent;

    /// <summary>How many bytes were sent.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Counts the pauses that were begun.</summary>
    public SemaphoreSlim Pauses { get; } = new(0);

    public Task WaitForEverAsync(CancellationToken cancellationToken) => PauseAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    public async Task SendAsync(HttpContext context, string answer, IReadOnlyList<JsonObject> calls, ChatFault? fault, JsonObject usage)
    {
        var ended = context.RequestAborted;
        context.Response.ContentType = "text/event-stream";
        await SendAsync(context, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        foreach (var call in calls)
        {
            await SendAsync(context, new JsonObject { ["tool_calls"] = new JsonArray(call.DeepClone()) }, null);
        }

        for (var at = 0; at < answer.Length; at += PieceLength)
        {
            await SendAsync(context, new JsonObject { ["content"] = answer.Substring(at, Math.Min(PieceLength, answer.Length - at)) }, null);
            var isHalf = at * 2 > answer.Length;
            switch (fault)
            {
                case ChatFault.Slow:
                    await PauseAsync(Pause, ended);
                    break;
                case ChatFault.FallsSilent when isHalf:
                    await WaitForEverAsync(ended);
                    break;
                case ChatFault.CutStream when isHalf:
                    return;
                case ChatFault.EndlessStream when isHalf:
                    await SendForEverAsync(context);
                    break;
            }
        }

        await SendAsync(context, [], calls.Count > 0 ? "tool_calls" : "stop");
        await WriteAsync(context, new JsonObject { ["object"] = "chat.completion.chunk", ["model"] = ChatOptions.Model, ["choices"] = new JsonArray(), ["usage"] = usage }.ToJsonString());
        await WriteAsync(context, "[DONE]");
    }

    private Task PauseAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var pause = Task.Delay(time, clock, cancellationToken);
        Pauses.Release();
        return pause;
    }

    private async Task SendForEverAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await SendAsync(context, new JsonObject { ["content"] = "and so on, and so on, and so on, and so on, and so on " }, null);
        }
    }

    private Task SendAsync(HttpContext context, JsonObject delta, string? reason) => WriteAsync(context, new JsonObject
    {
        ["object"] = "chat.completion.chunk",
        ["model"] = ChatOptions.Model,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason }),
    }.ToJsonString());

    private async Task WriteAsync(HttpContext context, string data)
    {
        var item = Encoding.UTF8.GetBytes($"data: {data}\n\n");
        Interlocked.Add(ref _sent, item.Length);
        await context.Response.Body.WriteAsync(item, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
