using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Shell;

namespace MnM.Web.Tft.Explorer;

/// <summary>How a unit does: its stars, what it carries, with which traits it plays, and against another patch.</summary>
public sealed partial class UnitPage
{
    private const int MostStars = 4;

    private string? _against;
    private TftRow? _then;
    private ImmutableArray<(int Star, TftRow Row)>? _stars;
    private ImmutableArray<NamedRow>? _builds;
    private ImmutableArray<NamedRow>? _items;
    private ImmutableArray<NamedRow>? _traits;

    private NamedThing Thing => Names.Unit(Id);

    private TftRow? Row => Find(Answer);

    /// <summary>A patch is not set against itself.</summary>
    private bool IsCompared => _against is not null && Answer is { } answer && PatchOf(answer) != _against;

    private IReadOnlyList<Pick> Others => [.. TftPicks.Patches(Choices!).Where(pick => Answer is not { } answer || pick.Value != PatchOf(answer))];

    private protected override string AddressOf(TftQuestion question) => AddressOf(question, _against);

    private protected override TftQuestion Own(TftQuestion question) => question with { Unit = Id };

    private protected override void Begin(IReadOnlyDictionary<string, StringValues> said)
    {
        _against = said.GetValueOrDefault("against").ToString() is { Length: > 0 } against ? against : null;
        (_then, _stars, _builds, _items, _traits) = (null, null, null, null, null);
    }

    private protected override IEnumerable<(TftQuestion Question, Action<TftAnswer?> Take)> Tables(TftQuestion question)
    {
        var own = Own(question);
        if (IsCompared)
        {
            yield return (own with { Patches = [_against!], Set = null, From = null, To = null }, answer => _then = Find(answer));
        }

        for (var star = 1; star <= MostStars; star++)
        {
            var stars = star;
            yield return (own with { MinStar = stars, MaxStar = stars }, answer => _stars = [.. _stars ?? [], .. Find(answer) is { Games: > 0 } row ? [(stars, row)] : Array.Empty<(int, TftRow)>()]);
        }

        yield return (own with { Subject = TftSubject.Builds }, answer => _builds = RowsOf(answer));
        yield return (own with { Subject = TftSubject.Items }, answer => _items = RowsOf(answer));
        yield return (own with { Subject = TftSubject.Traits }, answer => _traits = RowsOf(answer));
    }

    private TftRow? Find(TftAnswer? answer) => answer?.Rows.FirstOrDefault(row => row.Key.Unit == Id);

    private string AddressOf(TftQuestion question, string? against) => TftAddress.Of($"{TftPages.Explorer}/unit/{Uri.EscapeDataString(Id)}", question, ("against", against));

    private static string PatchOf(TftAnswer answer) => answer.Question.Patches is [var only] ? only : "these";
}
