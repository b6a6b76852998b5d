using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MnM.Collector.Insights.Words;
using MnM.Collector.StaticData;

namespace MnM.Collector.Insights.Language;

/// <summary>A report as it is sent to a language model: JSON with figures as they are shown, names as quoted data, and MnM's own sentences. No ids, no dates, nobody else's name.</summary>
/// <param name="Json">Compact.</param>
/// <param name="GameNames">Names of champions and items in it.</param>
internal sealed record ReportText(string Json, ImmutableArray<string> GameNames)
{
    private const int MostActions = 30;

    /// <summary>Letters of all scripts as they are, so that people can read what is sent.</summary>
    public static JavaScriptEncoder Readable { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static ReportText Of(InsightReport report, InsightWords own, StaticCatalog items)
    {
        var names = new HashSet<string>();
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Readable }))
        {
            json.WriteStartObject();
            WritePerson(json, report.Person);
            WriteMatches(json, report, names);
            WriteModel(json, report);
            WriteActions(json, report, items, names);
            WriteGroups(json, report);
            WriteGaps(json, report);
            WriteOwn(json, own);
            json.WriteEndObject();
        }

        return new ReportText(Encoding.UTF8.GetString(body.ToArray()), [.. names]);
    }

    /// <summary>The letter of a match of the report.</summary>
    public static string LetterOf(InsightReport report, string matchId) =>
        report.Matches.Select((match, index) => (match, index)).FirstOrDefault(pair => pair.match.MatchId == matchId) is { match: not null } found ? ShownFigures.Match(found.index) : "";

    /// <summary>A sample as members of an object.</summary>
    public static void WriteSample(Utf8JsonWriter json, string name, InsightFigure figure, Sample? sample)
    {
        if (sample is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("mean", ShownFigures.Figure(figure, sample.Mean));
        json.WriteString("low", ShownFigures.Figure(figure, sample.Low));
        json.WriteString("high", ShownFigures.Figure(figure, sample.High));
        json.WriteNumber("games", sample.Games);
        json.WriteString("rank", sample.Rank ?? "any");
        if (sample.IsBiased)
        {
            json.WriteString("warning", "few games: the mean may tell more of who was met than of anybody else");
        }

        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, InsightPerson person)
    {
        json.WriteStartObject("person");
        json.WriteString("name", person.Name);
        json.WriteString("position", person.Position);
        json.WriteString("rank", person.Rank ?? "unknown");
        json.WriteBoolean("is_you", person.IsYou);
        json.WriteEndObject();
    }

    private static void WriteMatches(Utf8JsonWriter json, InsightReport report, HashSet<string> names)
    {
        json.WriteStartArray("matches");
        foreach (var (match, index) in report.Matches.Select((match, index) => (match, index)))
        {
            names.Add(match.Champion);
            json.WriteStartObject();
            json.WriteString("match", ShownFigures.Match(index));
            json.WriteString("champion", match.Champion);
            json.WriteString("result", match.Won ? "won" : "lost");
            json.WriteString("length", ShownFigures.Time(match.Seconds));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, InsightReport report)
    {
        if (report.Model is { } model)
        {
            json.WriteStartObject("win_chances_are_from");
            json.WriteNumber("matches_learnt_from", model.Matches);
            json.WriteEndObject();
        }

        if (report.Silence is { } silence)
        {
            json.WriteString("no_win_chances_because", silence);
        }

        if (report.Chances.Length > 0)
        {
            json.WriteStartArray("own_sides_chance_to_win");
            foreach (var chance in report.Chances)
            {
                json.WriteStringValue($"{ShownFigures.Time(chance.At)} {ShownFigures.Percent(chance.Chance)}");
            }

            json.WriteEndArray();
        }
    }

    private static void WriteActions(Utf8JsonWriter json, InsightReport report, StaticCatalog items, HashSet<string> names)
    {
        json.WriteStartArray("actions");
        foreach (var action in report.Actions.OrderByDescending(action => Math.Abs(action.Swing ?? 0))
            .Take(MostActions).OrderBy(action => action.MatchId, StringComparer.Ordinal).ThenBy(action => action.At))
        {
            json.WriteStartObject();
            json.WriteString("match", LetterOf(report, action.MatchId));
            json.WriteString("at", ShownFigures.Time(action.At));
            json.WriteString("what", action.Kind.ToString().ToLowerInvariant());
            json.WriteString("by", action.IsOurs ? "own side" : "enemy side");
            json.WriteBoolean("person_had_a_hand_in_it", action.IsPersonal);
            WriteDetail(json, action, items, names);
            if (action is { Before: { } before, After: { } after, Swing: { } swing })
            {
                json.WriteString("chance_before", ShownFigures.Percent(before));
                json.WriteString("chance_after", ShownFigures.Percent(after));
                json.WriteString("swing", ShownFigures.Swing(swing));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDetail(Utf8JsonWriter json, InsightAction action, StaticCatalog items, HashSet<string> names)
    {
        if (action.Kind != ActionKind.Purchase)
        {
            if (action.Detail.Length > 0)
            {
                json.WriteString("kind", action.Detail.Replace('_', ' ').ToLowerInvariant());
            }
        }
        else if (int.TryParse(action.Detail, out var id) && items.Items.TryGetValue(id, out var item))
        {
            names.Add(item.Name);
            json.WriteString("item", item.Name);
        }
    }

    private static void WriteGroups(Utf8JsonWriter json, InsightReport report)
    {
        json.WriteStartArray("close_together");
        foreach (var group in report.Groups)
        {
            json.WriteStartObject();
            json.WriteString("match", LetterOf(report, group.MatchId));
            json.WriteString("what", group.Kind == ActionKind.Death ? "deaths" : "kills and assists");
            json.WriteNumber("count", group.Count);
            json.WriteString("from", ShownFigures.Time(group.From));
            json.WriteString("to", ShownFigures.Time(group.To));
            if (group.Swing is { } swing)
            {
                json.WriteString("swing", ShownFigures.Swing(swing));
            }

            if (group.Sequel is { } sequel)
            {
                json.WriteString("then_fell", sequel.Kind.ToString().ToLowerInvariant());
                json.WriteString("after_that", $"{ShownFigures.Number(sequel.After, "0")} s");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGaps(Utf8JsonWriter json, InsightReport report)
    {
        json.WriteStartArray("figures");
        foreach (var gap in report.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("figure", ShownFigures.Name(gap.Figure));
            json.WriteString("own", ShownFigures.Figure(gap.Figure, gap.Own));
            if (report.Matches.Length > 1)
            {
                json.WriteNumber("own_n", gap.Games);
            }

            WriteSample(json, "own_other_games", gap.Figure, gap.Usual);
            WriteSample(json, "others", gap.Figure, gap.Others);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOwn(Utf8JsonWriter json, InsightWords own)
    {
        json.WriteStartArray("own_sentences");
        foreach (var sentence in own.Sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
        json.WriteStartArray("own_recommendations");
        foreach (var recommendation in own.Recommendations)
        {
            json.WriteStartObject();
            json.WriteString("text", recommendation.Text);
            json.WriteString("evidence", recommendation.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
