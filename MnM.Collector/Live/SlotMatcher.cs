using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live;

/// <summary>
/// Finds the people of one list of players in the next one. Who somebody is: team + champion + order of appearance, never a name alone,
/// because in streamer mode names are empty or equal and the order of the list follows the scoreboard.
/// </summary>
internal static class SlotMatcher
{
    /// <summary>Longer lists than any mode has are matched by place: the search below is quadratic.</summary>
    private const int MostPeople = 64;

    /// <summary>
    /// Fills <paramref name="origins"/> with, for each place in <paramref name="now"/>, the place in <paramref name="was"/>, or -1 for somebody new.
    /// Answers whether anybody moved or is new.
    /// </summary>
    public static bool Match(JsonElement was, JsonElement now, Span<int> origins)
    {
        var before = was.GetArrayLength();
        if (SameOrder(was, now) || before > MostPeople || origins.Length > MostPeople)
        {
            for (var i = 0; i < origins.Length; i++)
            {
                origins[i] = i < before ? i : -1;
            }

            return origins.Length > before;
        }

        Span<bool> taken = stackalloc bool[before];
        origins.Fill(-1);
        Pair(was, now, origins, taken, static (a, b) => SameChampion(a, b) && SameName(a, b));
        Pair(was, now, origins, taken, SameChampion);
        Pair(was, now, origins, taken, SameTeam);
        return true;
    }

    /// <summary>How many of the people told now have a champion and team that was there before.</summary>
    public static int CountKnown(JsonElement was, JsonElement now)
    {
        var known = 0;
        var before = was.EnumerateArray();
        foreach (var person in now.EnumerateArray())
        {
            known += (before.MoveNext() && SameChampion(before.Current, person)) || Any(was, person) ? 1 : 0;
        }

        return known;
    }

    private static bool Any(JsonElement was, JsonElement person)
    {
        foreach (var candidate in was.EnumerateArray())
        {
            if (SameChampion(candidate, person))
            {
                return true;
            }
        }

        return false;
    }

    private static void Pair(JsonElement was, JsonElement now, Span<int> origins, Span<bool> taken, Func<JsonElement, JsonElement, bool> same)
    {
        var place = 0;
        foreach (var person in now.EnumerateArray())
        {
            if (origins[place] < 0)
            {
                var old = 0;
                foreach (var candidate in was.EnumerateArray())
                {
                    if (!taken[old] && same(candidate, person))
                    {
                        origins[place] = old;
                        taken[old] = true;
                        break;
                    }

                    old++;
                }
            }

            place++;
        }
    }

    private static bool SameOrder(JsonElement was, JsonElement now)
    {
        if (was.GetArrayLength() != now.GetArrayLength())
        {
            return false;
        }

        var before = was.EnumerateArray();
        foreach (var person in now.EnumerateArray())
        {
            before.MoveNext();
            var old = before.Current;
            if (!old.Raw().SequenceEqual(person.Raw()) && !(SameChampion(old, person) && SameName(old, person)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameChampion(JsonElement a, JsonElement b) =>
        SameTeam(a, b) && (a.Member("rawChampionName"u8).ValueKind == JsonValueKind.String
            ? Same(a, b, "rawChampionName"u8)
            : Same(a, b, "championName"u8));

    private static bool SameTeam(JsonElement a, JsonElement b) => Same(a, b, "team"u8);

    private static bool SameName(JsonElement a, JsonElement b) => Same(a, b, "riotId"u8) && Same(a, b, "summonerName"u8);

    private static bool Same(JsonElement a, JsonElement b, ReadOnlySpan<byte> name)
    {
        var left = a.Member(name);
        var right = b.Member(name);
        return left.ValueKind == right.ValueKind && (left.ValueKind == JsonValueKind.Undefined || left.Raw().SequenceEqual(right.Raw()));
    }
}
