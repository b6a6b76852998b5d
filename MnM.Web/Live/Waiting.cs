using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

namespace MnM.Web.Live;

/// <summary>What is said while nothing is on.</summary>
internal sealed record Waiting(string Title, string Text)
{
    /// <summary>The words for <paramref name="state"/>.</summary>
    public static Waiting Of(LiveState state) => state.Client switch
    {
        { Connection: ClientConnection.NoPermission, Fault: { } fault } => new("The League client cannot be read", $"{fault.Message} Games are found all the same."),
        { Connection: ClientConnection.Unreachable } => new("The League client is starting", "MnM looks for its answer each second."),
        { IsConnected: true, Account: { } account } => new("No game is running", $"The League client is open, {account.GameName} is logged in. Lobby and champ select appear by themselves."),
        { IsConnected: true } => new("No game is running", "The League client is open. Lobby and champ select appear by themselves."),
        _ => new("No game is running", "MnM watches for the League client and for a game on this PC and starts by itself."),
    };
}
