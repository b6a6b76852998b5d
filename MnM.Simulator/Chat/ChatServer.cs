using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using MnM.Simulator.Network;

namespace MnM.Simulator.Chat;

/// <summary>An OpenAI-compatible server with a language model that says again what it was given, or goes wrong. https://platform.openai.com/docs/api-reference/chat</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly IAsyncDisposable _listener;

    private ChatServer(ChatDialogue dialogue, int port, IAsyncDisposable listener) => (Dialogue, Port, _listener) = (dialogue, port, listener);

    public int Port { get; }

    /// <summary>Base address, as a client wants it.</summary>
    public string Endpoint => $"http://127.0.0.1:{Port}/v1";

    /// <summary>What it was asked.</summary>
    public ChatDialogue Dialogue { get; }

    /// <summary>Reached through handlers of the network alone.</summary>
    public static ChatServer InProcess(InProcessNetwork network, ChatOptions options, TimeProvider clock)
    {
        var dialogue = new ChatDialogue(options, clock);
        var port = ((INetwork)network).Bind(options.Port, dialogue.HandleAsync);

        // Nothing is waited for: a port inside the process opens at once.
        _ = port.OpenAsync(CancellationToken.None);
        return new ChatServer(dialogue, port.Number, port);
    }

    /// <summary>On this machine's loopback.</summary>
    public static async Task<ChatServer> StartAsync(ChatOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var dialogue = new ChatDialogue(options, clock);
        var app = EmbeddedHost.CreateBuilder(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port)).Build();
        app.Run(dialogue.HandleAsync);
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new ChatServer(dialogue, new Uri(address).Port, app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_listener is WebApplication app)
        {
            await app.StopAsync(CancellationToken.None);
        }

        await _listener.DisposeAsync();
    }
}
