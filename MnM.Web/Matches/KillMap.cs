using System.Collections.Immutable;
using MnM.Collector.Matches.Timelines;
using MnM.Web.Live;

namespace MnM.Web.Matches;

/// <summary>A kill on the map.</summary>
/// <param name="X">Percent from the left.</param>
/// <param name="Y">Percent from the top.</param>
/// <param name="Side">Whose kill it was.</param>
/// <param name="Kill">What happened.</param>
/// <param name="Words">The same in a sentence.</param>
public sealed record KillMark(double X, double Y, Side Side, TimelineKill Kill, string Words)
{
    /// <summary>Whether somebody had a part in it: killed, died or helped.</summary>
    public bool Has(int participant) => Kill.Killer == participant || Kill.Victim == participant || Kill.Assists.Contains(participant);
}

/// <summary>A part of the match by its minutes.</summary>
public sealed record MatchSpan(int From, int? To)
{
    /// <summary>From 10 to 20 min.</summary>
    public string Word => To is { } to ? $"{From}–{to} min" : $"{From} min on";

    /// <summary>Whether a second lies in it.</summary>
    public bool Holds(double second) => second >= From * 60 && (To is not { } to || second < to * 60);
}

/// <summary>Where champions were killed. Riot's places are units from the lower left corner of the map.</summary>
public sealed record KillMap(MapKind Kind, ImmutableArray<KillMark> Marks, int Placeless)
{
    // As Riot's documents tell them.
    private static readonly (double Left, double Bottom, double Right, double Top) Rift = (-120, -120, 14870, 14980);
    private static readonly (double Left, double Bottom, double Right, double Top) Abyss = (-28, -19, 12849, 12858);

    // Nobody tells the Arena's edges; its four rings lie around (4000, 4000), (14000, 4000) and so on.
    private static readonly (double Left, double Bottom, double Right, double Top) Rings = (1700, 1500, 16300, 16100);

    /// <summary>The map of a match.</summary>
    public static KillMap Of(MatchScene scene)
    {
        var kills = scene.Timeline?.Kills ?? [];
        var kind = scene.Opened.Match.MapId switch { 11 => MapKind.Rift, 12 or 14 => MapKind.Abyss, 30 => MapKind.Arena, _ => MapKind.Unknown };
        var (left, bottom, right, top) = kind switch { MapKind.Rift => Rift, MapKind.Abyss => Abyss, MapKind.Arena => Rings, _ => Around(kills) };
        return new KillMap(
            kind,
            [
                .. kills.SelectMany(kill => kill.Place is { } place
                    ? [new KillMark(Percent(place.X, left, right), 100 - Percent(place.Y, bottom, top), SideOf(scene, kill), kill, Words(scene, kill))]
                    : Array.Empty<KillMark>()),
            ],
            kills.Count(kill => kill.Place is null));
    }

    /// <summary>The parts of a match by which kills are looked through: ten minutes each.</summary>
    public static ImmutableArray<MatchSpan> SpansOf(double end)
    {
        var last = Math.Clamp((int)(end / 600), 0, 3);
        return last == 0 ? [] : [.. Enumerable.Range(0, last + 1).Select(n => new MatchSpan(n * 10, n == last ? null : (n + 1) * 10))];
    }

    // A map whose edges nobody tells is as large as what happened on it.
    private static (double Left, double Bottom, double Right, double Top) Around(ImmutableArray<TimelineKill> kills)
    {
        var places = kills.Select(kill => kill.Place).OfType<MapPlace>().ToList();
        if (places.Count == 0)
        {
            return Rift;
        }

        var (middleX, middleY) = ((places.Min(place => place.X) + places.Max(place => place.X)) / 2.0, (places.Min(place => place.Y) + places.Max(place => place.Y)) / 2.0);
        var half = 0.56 * Math.Max(1000, Math.Max(places.Max(place => place.X) - places.Min(place => place.X), places.Max(place => place.Y) - places.Min(place => place.Y)));
        return (middleX - half, middleY - half, middleX + half, middleY + half);
    }

    private static double Percent(double at, double from, double to) => Math.Round(Math.Clamp((at - from) * 100 / (to - from), 0, 100), 2);

    /// <summary>The killer's; where no champion killed, that of those who are not the victim's.</summary>
    private static Side SideOf(MatchScene scene, TimelineKill kill)
    {
        if (scene.People.FirstOrDefault(one => one.Number == kill.Killer) is { } killer)
        {
            return scene.SideOf(killer);
        }

        return scene.People.FirstOrDefault(one => one.Number == kill.Victim) is { } victim ? scene.SideOf(victim) switch { Side.Blue => Side.Red, Side.Red => Side.Blue, _ => Side.None } : Side.None;
    }

    private static string Words(MatchScene scene, TimelineKill kill)
    {
        string? NameOf(int number) => scene.People.FirstOrDefault(one => one.Number == number) is { } one ? scene.PlayerOf(one).ChampionName : null;
        var with = kill.Assists.Select(NameOf).OfType<string>().ToList();
        return $"{Figures.Clock(kill.At)} {NameOf(kill.Killer) ?? "No champion"} kills {NameOf(kill.Victim) ?? "somebody"}{(with.Count > 0 ? $", with {string.Join(", ", with)}" : "")}";
    }
}

/// <summary>The maps that MnM draws.</summary>
public enum MapKind
{
    /// <summary>Summoner's Rift.</summary>
    Rift,

    /// <summary>Howling Abyss, and other bridges.</summary>
    Abyss,

    /// <summary>The rings of the Arena.</summary>
    Arena,

    /// <summary>Any other.</summary>
    Unknown,
}
