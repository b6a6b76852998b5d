using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

namespace MnM.Web.Status;

/// <summary>States in the words of the API, and in words for people.</summary>
internal static class StatusWords
{
    /// <summary>An enum's name in snake_case.</summary>
    public static string Api<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The phase for people.</summary>
    public static string Phase(GamePhase phase) => phase switch
    {
        GamePhase.Closed => "Closed",
        GamePhase.ClientOpen => "Client open",
        GamePhase.Lobby => "Lobby",
        GamePhase.ChampSelect => "Champ select",
        GamePhase.InGame => "In game",
        _ => "Post game",
    };

    /// <summary>The connection to the League client: a chip's kind and words.</summary>
    public static (string? Kind, string Text) Client(ClientConnection connection) => connection switch
    {
        ClientConnection.Connected => ("live", "Connected"),
        ClientConnection.Unreachable => ("warn", "Does not answer"),
        ClientConnection.NoPermission => ("warn", "No permission"),
        _ => (null, "Not found"),
    };

    /// <summary>The connection to the game: a chip's kind and words.</summary>
    public static (string? Kind, string Text) Game(LiveConnection connection) => connection switch
    {
        LiveConnection.InGame => ("live", "Answers"),
        LiveConnection.Loading => ("accent", "Loading"),
        LiveConnection.Lost => ("warn", "Does not answer"),
        LiveConnection.Ended => (null, "Game over"),
        LiveConnection.NotShown => (null, "Not recorded"),
        LiveConnection.Waiting => (null, "No game"),
        _ => (null, "Not asked yet"),
    };

    /// <summary>How the game's certificate is checked.</summary>
    public static string Trust(LiveTrust trust) => trust switch
    {
        LiveTrust.RiotRoot => "by Riot’s root certificate",
        LiveTrust.GivenRoot => "by the root in LIVE_CLIENT_ROOT",
        LiveTrust.AnyOnLoopback => "not checked, by LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE",
        _ => "cannot be checked yet: the root is missing",
    };

    /// <summary>Who answered.</summary>
    public static string Source(AnswerSource source) => source switch
    {
        AnswerSource.Game => "Game",
        AnswerSource.Client => "Client",
        _ => "Client tells",
    };

    /// <summary>What an answer was.</summary>
    public static string Outcome(AnswerRun run) => (run.Source, run.Status, run.Fault) switch
    {
        (_, _, { } fault) => fault,
        (AnswerSource.ClientSocket, _, _) => "a change",
        (_, 0, _) => "nobody answers",
        (_, 200, _) => "200",
        (AnswerSource.Client, 404, _) => "404, there is none now",
        (AnswerSource.Game, var status, _) => FormattableString.Invariant($"{status}, not ready yet"),
        (_, var status, _) => FormattableString.Invariant($"{status}"),
    };
}
