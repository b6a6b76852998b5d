using System.Globalization;
using System.Text.Json;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Language;

/// <summary>Looks up moments of a stored match. People are told by their champions: nobody else's name leaves this machine.</summary>
internal sealed class MatchLookUps(MatchQueries matches)
{
    private const int MostEvents = 25;
    private const int BlueTeam = 100;

    private static readonly LookUp NoTimeline = LookUp.Nothing("No timeline of that match is stored.");

    /// <summary>How it stood at a full minute: between two of them a model could choose any time and have it told as a figure.</summary>
    public async Task<LookUp> MinuteAsync(InsightMatch match, double minute, CancellationToken cancellationToken)
    {
        if (await ReadAsync(match, cancellationToken) is not var (stored, timeline) || MatchCourse.Of(stored, timeline) is not { } course)
        {
            return NoTimeline;
        }

        minute = Math.Floor(minute);
        if (minute < 0 || minute * 60 > course.End)
        {
            return LookUp.Nothing("The match has no such minute.");
        }

        var (at, ours) = (minute * 60, match.IsBlue ? 1 : -1);
        var state = course.At(at);
        return LookUp.Of(json =>
        {
            json.WriteString("at", ShownFigures.Time(at));
            json.WriteStartObject("own_side_more_than_enemy");
            WriteLead(json, "gold", ours * Math.Round(state.Gold));
            WriteLead(json, "experience", ours * Math.Round(state.Experience));
            WriteLead(json, "kills", ours * state.Kills);
            WriteLead(json, "towers", ours * state.Towers);
            WriteLead(json, "dragons", ours * state.Dragons);
            WriteLead(json, "champions_alive", ours * state.Alive);
            json.WriteEndObject();
            if (course.MinutesOf(match.Participant).LastOrDefault(one => one.At <= at) is { } person)
            {
                json.WriteStartObject("person");
                json.WriteNumber("cs", person.Figures.Cs);
                json.WriteNumber("gold", person.Figures.Gold);
                json.WriteNumber("level", person.Figures.Level);
                json.WriteString("kills_deaths_assists", string.Create(CultureInfo.InvariantCulture, $"{person.Kills}/{person.Deaths}/{person.Assists}"));
                json.WriteEndObject();
            }
        });
    }

    /// <summary>What happened between two times, in seconds.</summary>
    public async Task<LookUp> EventsAsync(InsightMatch match, double from, double to, CancellationToken cancellationToken)
    {
        if (await ReadAsync(match, cancellationToken) is not var (stored, timeline))
        {
            return NoTimeline;
        }

        if (from < 0 || to < from)
        {
            return LookUp.Nothing("The times are not of the form m:ss, or in the wrong order.");
        }

        var champions = stored.Participants.ToDictionary(one => one.Number, one => one.ChampionName);
        var ours = stored.Participants.Where(one => (one.TeamId == BlueTeam) == match.IsBlue).Select(one => one.Number).ToHashSet();
        var events = timeline.Kills.Select(kill => (kill.At, What: "kill", Ours: !ours.Contains(kill.Victim), By: champions.GetValueOrDefault(kill.Killer, ""), Of: champions.GetValueOrDefault(kill.Victim, "")))
            .Concat(timeline.Monsters.Select(one => (one.At, What: one.Kind.ToString().ToLowerInvariant(), Ours: one.Team == 0 ? ours.Contains(one.Killer) : (one.Team == BlueTeam) == match.IsBlue, By: champions.GetValueOrDefault(one.Killer, ""), Of: "")))
            .Concat(timeline.Buildings.Where(one => one.Kind is BuildingKind.Tower or BuildingKind.Inhibitor)
                .Select(one => (one.At, What: one.Kind.ToString().ToLowerInvariant(), Ours: one.OwnerTeam == 0 ? ours.Contains(one.Killer) : (one.OwnerTeam == BlueTeam) != match.IsBlue, By: champions.GetValueOrDefault(one.Killer, ""), Of: "")))
            .Where(one => one.At >= from && one.At < to + 1).OrderBy(one => one.At).Take(MostEvents).ToList();
        return LookUp.Of(
            json =>
            {
                json.WriteStartArray("events");
                foreach (var one in events)
                {
                    Write(json, one);
                }

                json.WriteEndArray();
            },
            champions.Values);
    }

    private static void Write(Utf8JsonWriter json, (double At, string What, bool Ours, string By, string Of) told)
    {
        json.WriteStartObject();
        json.WriteString("at", ShownFigures.Time(told.At));
        json.WriteString("what", told.What);
        json.WriteString("for", told.Ours ? "own side" : "enemy side");
        if (told.By.Length > 0)
        {
            json.WriteStartObject("by");
            json.WriteString("champion", told.By);
            json.WriteEndObject();
        }

        if (told.Of.Length > 0)
        {
            json.WriteStartObject("killed");
            json.WriteString("champion", told.Of);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLead(Utf8JsonWriter json, string name, double lead) => json.WriteString(name, lead > 0 ? $"+{ShownFigures.Number(lead, "0")}" : ShownFigures.Number(lead, "0"));

    private async Task<(ReadMatch Match, Timeline Timeline)?> ReadAsync(InsightMatch match, CancellationToken cancellationToken) =>
        await matches.FindAsync(match.MatchId, cancellationToken) is { } stored && (await matches.FindTimelineAsync(match.MatchId, cancellationToken))?.Read() is { } timeline
            ? (stored, timeline)
            : null;
}
