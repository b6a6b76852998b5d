using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Web.Live;

namespace MnM.Web.Status;

/// <summary>
/// The status as text for a bug report. It names nobody: no password, key or PUUID is in it, no Riot ID and no folder.
/// </summary>
internal static partial class StatusReport
{
    /// <summary>The text, in Markdown.</summary>
    /// <param name="state">What is seen now.</param>
    /// <param name="answers">The last answers.</param>
    /// <param name="facts">Versions and database; null where the database does not answer.</param>
    /// <param name="recorderFault">Why nothing is stored; null while all is well.</param>
    /// <param name="options">How game and client are looked for.</param>
    /// <param name="now">UTC.</param>
    public static string Of(LiveState state, AnswerLog answers, StatusFacts? facts, string? recorderFault, LiveOptions options, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, $"MnM status of {now:yyyy-MM-dd HH:mm:ss} UTC");
        Heading(text, "Versions");
        foreach (var part in facts?.Versions ?? [])
        {
            Line(text, $"- {part.Part}: {part.Version}");
        }

        Heading(text, "League client");
        var client = state.Client;
        Line(text, $"- {StatusWords.Client(client.Connection).Text}{(client.ConnectedAt is { } since ? $", since {Time(since)}" : "")}");
        Line(text, $"- phase: {StatusWords.Api(state.Phase.Phase)} ({client.RawPhase ?? "none told"}), platform: {client.Platform ?? "none told"}, logged in: {(client.Account is null ? "no" : "yes")}");
        if (client.Place is { } place)
        {
            Line(text, $"- found by {FoundBy(place, options)}, process {place.ProcessId}, port {place.Port}");
        }

        Fault(text, client.Fault);
        Heading(text, "Game");
        Line(text, $"- {StatusWords.Game(state.Connection).Text}, at {options.Url.GetLeftPart(UriPartial.Authority)}, certificate {StatusWords.Trust(state.Trust)}");
        if (state.Game is { } game)
        {
            Line(text, $"- {game.GameMode}, map {game.MapNumber}, {game.Players.Length} players, poll {game.Sequence} at {Time(game.PolledAt)}, {game.Recording.Gaps} gaps");
        }

        Fault(text, state.Fault);
        if (recorderFault is not null)
        {
            Line(text, $"- recording pauses: {recorderFault}");
        }

        Heading(text, "Phases");
        foreach (var phase in state.Phases)
        {
            Line(text, $"- {Time(phase.Since)} {StatusWords.Api(phase.Phase)} ({phase.Raw ?? "none told"})");
        }

        Heading(text, "Answers, the latest first");
        foreach (var run in Enum.GetValues<AnswerSource>().SelectMany(source => answers.Runs(source)).OrderByDescending(run => run.Last))
        {
            Line(text, $"- {Time(run.Last)} {StatusWords.Source(run.Source)} {run.Path}: {StatusWords.Outcome(run)}, {run.Count}×, {run.Duration.TotalMilliseconds:0} ms (longest {run.Longest.TotalMilliseconds:0}), {run.Bytes} bytes");
        }

        Heading(text, "Database");
        Line(text, facts is null
            ? $"- does not answer"
            : (FormattableString)$"- {Path.GetFileName(facts.Database.Path)}, {Figures.Size(facts.Database.Bytes)}, {facts.Games} games, {facts.Polls} polls, {(facts.Database.FreeBytes is { } free ? Figures.Size(free) : "unknown")} free, migrated to {facts.Database.Migrations.LastOrDefault() ?? "nothing"}{(facts.Database.Pending.IsEmpty ? "" : $", {facts.Database.Pending.Length} pending")}");
        return Anonymous(text.ToString());
    }

    /// <summary>The text without quoted paths, home folders, keys, PUUIDs and tokens.</summary>
    internal static string Anonymous(string text)
    {
        text = QuotedPath().Replace(text, "'…'");
        text = HomeFolder is { Length: > 1 } home ? text.Replace(home, "~", StringComparison.OrdinalIgnoreCase) : text;
        return Secret().Replace(AnyHomeFolder().Replace(text, "~"), "…");
    }

    /// <summary>Not the path: a folder may bear the name of its owner.</summary>
    private static string FoundBy(ClientPlace place, LiveOptions options) =>
        place.Source == ClientPlace.CommandLine ? "command line" : options.ClientPath is null ? "usual folder" : "setting";

    private static string HomeFolder => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile).TrimEnd('/', '\\');

    private static void Heading(StringBuilder text, string title) => text.Append('\n').Append("## ").Append(title).Append('\n');

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Fault(StringBuilder text, LiveFault? fault)
    {
        if (fault is not null)
        {
            Line(text, $"- fault since {Time(fault.Since)}: {fault.Message}");
        }
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    // As .NET writes a path into what it says of a fault, and as MnM does.
    [GeneratedRegex(@"(['""])([A-Za-z]:)?[\\/][^\r\n]*?\1(?=[\s.,;:)]|$)")]
    private static partial Regex QuotedPath();

    // /home/ada, /Users/ada, C:\Users\ada, also where a service runs under another name than the files' owner.
    [GeneratedRegex(@"([A-Za-z]:)?[\\/](Users|home)[\\/][^\\/:*?""<>|\r\n]+", RegexOptions.IgnoreCase)]
    private static partial Regex AnyHomeFolder();

    // Riot's keys, PUUIDs of both kinds (78 characters, and as a UUID), and what the client's command line and lockfile hold.
    [GeneratedRegex(@"RGAPI-[0-9a-f-]+|\b[0-9A-Za-z_-]{78}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|(?<=remoting-auth-token=)\S+|(?<=LeagueClient:\d+:\d+:)[^:\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
