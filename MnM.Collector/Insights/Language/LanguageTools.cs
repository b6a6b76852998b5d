using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Insights.Language;

/// <summary>What a language model may look up. All of it is in the local store, and nothing is asked of anybody for it.</summary>
internal sealed class LanguageTools(MatchLookUps matches, GameLookUps games)
{
    public const int MostCalls = 8;

    private const string Minute = "look_at_minute";
    private const string Events = "list_events";
    private const string Figure = "compare_figure";
    private const string Champion = "games_on_champion";
    private const string Similar = "similar_matches";

    private const string MatchParameter = "\"match\":{\"type\":\"string\",\"description\":\"The letter of the match.\"}";

    private static readonly string Figures = string.Join(',', Enum.GetValues<InsightFigure>().Select(figure => $"\"{ShownFigures.Name(figure)}\""));

    /// <summary>As they are offered.</summary>
    public static ImmutableArray<ChatTool> All { get; } =
    [
        new(Minute, "How a match stood at a minute: what the own side had more than the enemy, and the person's own figures.",
            $$$"""{"type":"object","properties":{{{{MatchParameter}}},"minute":{"type":"integer"}},"required":["match","minute"]}"""),
        new(Events, "Kills, towers and great monsters of a match between two times.",
            $$$"""{"type":"object","properties":{{{{MatchParameter}}},"from":{"type":"string","description":"m:ss"},"to":{"type":"string","description":"m:ss"}},"required":["match","from","to"]}"""),
        new(Figure, "A figure of the person beside the average of their own other games and beside others of the same role.",
            $$$"""{"type":"object","properties":{"figure":{"type":"string","enum":[{{{Figures}}}]}},"required":["figure"]}"""),
        new(Champion, "The person's stored games with a champion.",
            """{"type":"object","properties":{"champion":{"type":"string"}},"required":["champion"]}"""),
        new(Similar, "Stored matches that went alike, and how they ended.", """{"type":"object","properties":{}}"""),
    ];

    /// <summary>What is looked up, for the page. It is ours: what the model wrote is not shown before it is checked.</summary>
    public static string DetailOf(string tool) => tool switch
    {
        Minute => "It looks at a minute of the match.",
        Events => "It looks at what happened between two times.",
        Figure => "It compares a figure.",
        Champion => "It looks at the games with a champion.",
        Similar => "It looks at similar matches.",
        _ => "It asks for something that there is not.",
    };

    /// <summary>The answer to a call, whatever it asks for.</summary>
    public async Task<LookUp> CallAsync(InsightSubject subject, InsightReport report, ToolCall call, CancellationToken cancellationToken)
    {
        if (!All.Any(tool => tool.Name == call.Name))
        {
            return LookUp.Nothing("There is no such tool.");
        }

        using var arguments = Parse(call.Arguments);
        if (arguments is null)
        {
            return LookUp.Nothing("The arguments are no JSON object.");
        }

        var said = arguments.RootElement;
        return call.Name switch
        {
            Minute when MatchOf(report, said) is { } match => await matches.MinuteAsync(match, Number(said.Member("minute"u8)), cancellationToken),
            Events when MatchOf(report, said) is { } match => await matches.EventsAsync(match, Seconds(said.Member("from"u8)), Seconds(said.Member("to"u8)), cancellationToken),
            Minute or Events => LookUp.Nothing("There is no match of that letter."),
            Figure => FigureOf(report, said.Member("figure"u8).ReadString()),
            Champion => await games.OnChampionAsync(subject, report, said.Member("champion"u8).ReadString(), cancellationToken),
            _ => SimilarTo(report),
        };
    }

    private static LookUp FigureOf(InsightReport report, string name) =>
        report.Gaps.FirstOrDefault(gap => string.Equals(ShownFigures.Name(gap.Figure), name, StringComparison.OrdinalIgnoreCase)) is not { } gap
            ? LookUp.Nothing("That figure is not known of this person.")
            : LookUp.Of(json =>
            {
                json.WriteString("figure", ShownFigures.Name(gap.Figure));
                json.WriteString("own", ShownFigures.Figure(gap.Figure, gap.Own));
                ReportText.WriteSample(json, "own_other_games", gap.Figure, gap.Usual);
                ReportText.WriteSample(json, "others", gap.Figure, gap.Others);
            });

    private static LookUp SimilarTo(InsightReport report) => report.Similar.IsEmpty
        ? LookUp.Nothing("No match that went alike is stored.")
        : LookUp.Of(
            json =>
            {
                json.WriteNumber("matches_alike", report.Similar.Length);
                json.WriteNumber("of_them_won", report.Similar.Count(match => match.Won));
                json.WriteStartArray("nearest_first");
                foreach (var match in report.Similar)
                {
                    json.WriteStartObject();
                    json.WriteString("champion", match.Champion);
                    json.WriteString("result", match.Won ? "won" : "lost");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            report.Similar.Select(match => match.Champion));

    private static InsightMatch? MatchOf(InsightReport report, JsonElement said)
    {
        var letter = said.Member("match"u8).ReadString().Trim();
        return report.Matches is [var only] ? only : report.Matches.Where((_, index) => ShownFigures.Match(index).Equals(letter, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
    }

    private static JsonDocument? Parse(string arguments)
    {
        try
        {
            var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A number, which some models write as a text; −1 where it is none.</summary>
    private static double Number(JsonElement said) => said.ValueKind == JsonValueKind.Number ? said.ReadDouble(-1)
        : double.TryParse(said.ReadString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>m:ss in seconds; −1 where it is none.</summary>
    private static double Seconds(JsonElement said) => said.ReadString().Split(':') is [var minutes, var seconds]
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var full) && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var rest)
        ? (full * 60.0) + rest
        : Number(said) is >= 0 and var number ? number * 60 : -1;
}
