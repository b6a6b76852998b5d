using System.Collections.Immutable;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Analytics;

/// <summary>What makes no sense in a question by itself, whatever is stored: each fault with its field and a sentence for people.</summary>
internal static class QuestionFaults
{
    /// <summary>As many values as a filter may have.</summary>
    public const int MostValues = 20;

    private const int MostPoints = 100_000;
    private const int MostGames = 1_000_000;
    private const int LastSet = 99;

    /// <summary>No unit has more stars, no trait more steps, no unit more items.</summary>
    private const int MostStars = 9;
    private const int MostItems = 9;
    private const int MostSteps = 20;
    private const int MostLevels = 20;

    /// <summary>The day on which Teamfight Tactics came.</summary>
    private static readonly DateOnly FirstDay = new(2019, 6, 1);
    private static readonly DateOnly LastDay = new(2099, 12, 31);

    public static ImmutableArray<(string Field, string Why)> Of(TftQuestion question) => [.. OfMatch(question), .. OfBoard(question), .. OfUnit(question), .. OfItems(question)];

    private static IEnumerable<(string Field, string Why)> OfMatch(TftQuestion question)
    {
        foreach (var (field, count) in new[]
        {
            (nameof(TftQuestion.Patches), question.Patches.Length), (nameof(TftQuestion.Queues), question.Queues.Length), (nameof(TftQuestion.Platforms), question.Platforms.Length),
            (nameof(TftQuestion.Tiers), question.Tiers.Length),
        })
        {
            if (count > MostValues)
            {
                yield return (field, $"At most {MostValues} can be chosen.");
            }
        }

        foreach (var patch in question.Patches.Where(patch => PatchOf(patch) is null).Take(1))
        {
            yield return (nameof(TftQuestion.Patches), $"\"{patch}\" is no patch: one looks like 18.2 or 18.2b.");
        }

        if (question.Set is < 1 or > LastSet)
        {
            yield return (nameof(TftQuestion.Set), $"A set is a number from 1 to {LastSet}.");
        }

        foreach (var (field, day) in new[] { (nameof(TftQuestion.From), question.From), (nameof(TftQuestion.To), question.To) })
        {
            if (day < FirstDay || day > LastDay)
            {
                yield return (field, $"A day is from {FirstDay:yyyy-MM-dd} on, and of this century.");
            }
        }

        if (question.From > question.To)
        {
            yield return (nameof(TftQuestion.To), "The last day is not before the first.");
        }

        if (question.Queues.Any(queue => queue < 0))
        {
            yield return (nameof(TftQuestion.Queues), "A queue is Riot's number, for example 1100.");
        }
    }

    private static IEnumerable<(string Field, string Why)> OfBoard(TftQuestion question)
    {
        if (question.Tiers.Any(tier => !Enum.IsDefined(tier)))
        {
            yield return (nameof(TftQuestion.Tiers), "A tier is Challenger, Grandmaster or Master: these have a ladder.");
        }

        if (question.MinPoints is < 0 or > MostPoints)
        {
            yield return (nameof(TftQuestion.MinPoints), $"Points are a number from 0 to {MostPoints:N0}.");
        }
        else if (question is { MinPoints: not null, Tiers.IsEmpty: true })
        {
            yield return (nameof(TftQuestion.MinPoints), "Points can be compared in Master, Grandmaster and Challenger alone: below, each division begins at 0 again. Choose one of these tiers, too.");
        }

        if (question is { Trait: null, MinTraitTier: not null })
        {
            yield return (nameof(TftQuestion.MinTraitTier), "A step is one of a trait: choose the trait, too.");
        }
        else if (question.MinTraitTier is < 1 or > MostSteps)
        {
            yield return (nameof(TftQuestion.MinTraitTier), $"A trait has the steps 1 to {MostSteps} at most.");
        }

        foreach (var fault in OfRange(question.MinLevel, question.MaxLevel, nameof(TftQuestion.MinLevel), nameof(TftQuestion.MaxLevel), "level", MostLevels))
        {
            yield return fault;
        }

        if (question.MinGames is < 1 or > MostGames)
        {
            yield return (nameof(TftQuestion.MinGames), $"At least 1 game and at most {MostGames:N0} can be asked for.");
        }
    }

    private static IEnumerable<(string Field, string Why)> OfUnit(TftQuestion question)
    {
        foreach (var fault in OfRange(question.MinStar, question.MaxStar, nameof(TftQuestion.MinStar), nameof(TftQuestion.MaxStar), "number of stars", MostStars))
        {
            yield return fault;
        }

        if (question.ItemCount is < 0 or > MostItems)
        {
            yield return (nameof(TftQuestion.ItemCount), $"A unit carries 0 to {MostItems} items.");
        }

        foreach (var (field, count) in new[]
        {
            (nameof(TftQuestion.With), question.With.Length), (nameof(TftQuestion.Exactly), question.Exactly?.Length ?? 0),
        })
        {
            if (count > MostItems)
            {
                yield return (field, $"A unit carries at most {MostItems} items.");
            }
        }

        if (question.Without.Length > MostValues)
        {
            yield return (nameof(TftQuestion.Without), $"At most {MostValues} can be chosen.");
        }
    }

    private static IEnumerable<(string Field, string Why)> OfItems(TftQuestion question)
    {
        if (question.Exactly is { } exactly)
        {
            if (!question.With.IsEmpty || !question.Without.IsEmpty)
            {
                yield return (nameof(TftQuestion.Exactly), "Exactly these items says all of them: nothing can be added by with and without.");
            }

            if (question.ItemCount is { } count && count != exactly.Length)
            {
                yield return (nameof(TftQuestion.ItemCount), $"Exactly these items are {exactly.Length}, not {count}.");
            }
        }
        else if (question.ItemCount < question.With.Length)
        {
            yield return (nameof(TftQuestion.ItemCount), $"With {question.With.Length} items a unit carries at least as many.");
        }

        if (question.With.Intersect(question.Without).FirstOrDefault() is { } both)
        {
            yield return (nameof(TftQuestion.Without), $"{both} is asked for with and without.");
        }

        if (question.Subject is TftSubject.Items && (question.Exactly is { IsEmpty: true } || question.ItemCount is 0))
        {
            yield return (question.Exactly is null ? nameof(TftQuestion.ItemCount) : nameof(TftQuestion.Exactly), "A unit without items has none that could be counted.");
        }
    }

    private static IEnumerable<(string Field, string Why)> OfRange(int? least, int? most, string leastField, string mostField, string what, int last)
    {
        foreach (var (field, value) in new[] { (leastField, least), (mostField, most) })
        {
            if (value < 1 || value > last)
            {
                yield return (field, $"A {what} is from 1 to {last}.");
            }
        }

        if (least > most)
        {
            yield return (mostField, $"The highest {what} is not below the lowest.");
        }
    }

    /// <summary>A patch as questions name it: "unknown" is that of matches which nothing dates.</summary>
    internal static Patch? PatchOf(string text) => string.Equals(text.Trim(), Patch.Unknown.ToString(), StringComparison.OrdinalIgnoreCase) ? Patch.Unknown : Patch.Find(text);
}
