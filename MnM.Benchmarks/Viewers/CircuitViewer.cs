using System.Globalization;

namespace MnM.Benchmarks.Viewers;

/// <summary>
/// The live page without a browser: loads the document and its files, opens the circuit as Blazor's script does, and acknowledges what is drawn.
/// The page names the poll that it shows in the attribute of its age.
/// </summary>
internal sealed class CircuitViewer(string name, Uri address, HttpClient client, Action<Sighting> seen) : Viewer(name, seen)
{
    private const string PollAttribute = "poll";
    private const string StartId = "0";

    private string _firstUpdate = "";
    private string _state = "";

    public override async Task WatchAsync(CancellationToken cancellationToken)
    {
        var page = PageDocument.Read(await client.GetStringAsync(address, cancellationToken));
        foreach (var file in page.Files)
        {
            await client.GetByteArrayAsync(new Uri(address, file), cancellationToken);
        }

        _state = page.State;
        _firstUpdate = $$"""{"batchId":1,"operations":[{{string.Join(',', page.Markers.Select(Add))}}]}""";
        using var hub = await HubConnection.OpenAsync(client, address, cancellationToken);
        await hub.SendAsync(new HubMessage.Invocation(StartId, "StartCircuit", [address.AbsoluteUri, address.AbsoluteUri, "[]", _state]), cancellationToken);
        while (true)
        {
            if (Answer(await hub.ReadAsync(cancellationToken)) is { } answer)
            {
                await hub.SendAsync(answer, cancellationToken);
            }
        }
    }

    private static string Add(string marker, int index) => $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{marker}}}""";

    private HubMessage? Answer(HubMessage message) => message switch
    {
        HubMessage.Completion { Id: StartId, Result: string } => Call("UpdateRootComponents", _firstUpdate, _state),
        HubMessage.Completion { Error: var error } => throw new InvalidOperationException($"The circuit does not start. {error}"),
        HubMessage.Invocation { Target: "JS.RenderBatch", Arguments: [long id, byte[] batch] } => Draw(id, batch),
        HubMessage.Invocation { Target: "JS.BeginInvokeJS", Arguments: [long handle and not 0, ..] } =>
            Call("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,null]"),
        HubMessage.Invocation { Target: "JS.Error", Arguments: var error } => throw new InvalidOperationException($"The circuit has failed. {error[0]}"),
        HubMessage.Close close => throw new InvalidOperationException($"The circuit is closed. {close.Error}"),
        HubMessage.Ping ping => ping,
        _ => null,
    };

    private HubMessage.Invocation Draw(long id, byte[] bytes)
    {
        var at = TimeProvider.System.GetUtcNow();
        if (new RenderBatch(bytes).FindAttribute(PollAttribute) is { } poll)
        {
            See(int.Parse(poll, CultureInfo.InvariantCulture), at);
        }

        return Call("OnRenderCompleted", id, null);
    }

    private static HubMessage.Invocation Call(string target, params object?[] arguments) => new(null, target, arguments);
}
