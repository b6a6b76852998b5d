using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>Guesses who plays together: those who sat on the same side in several of their last games. Pure.</summary>
internal static class PremadeRules
{
    /// <summary>So many games on the same side are seldom chance.</summary>
    public const int SharedGames = 2;

    /// <summary>The group of each player who has one: A, B, …</summary>
    /// <param name="sides">The players of each side of the game.</param>
    /// <param name="matches">Their last matches.</param>
    public static ImmutableDictionary<Puuid, string> Guess(IEnumerable<ImmutableArray<Puuid>> sides, IReadOnlyCollection<FormMatch> matches)
    {
        var groups = ImmutableDictionary.CreateBuilder<Puuid, string>();
        var letter = 'A';
        foreach (var side in sides)
        {
            List<List<Puuid>> bands = [.. side.Select(player => new List<Puuid> { player })];
            for (var first = 0; first < side.Length; first++)
            {
                for (var second = first + 1; second < side.Length; second++)
                {
                    var (one, other) = (side[first], side[second]);
                    var (band, otherBand) = (bands.Find(all => all.Contains(one))!, bands.Find(all => all.Contains(other))!);
                    if (band != otherBand && matches.Count(match => match.AreTogether(one, other) == true) >= SharedGames)
                    {
                        band.AddRange(otherBand);
                        bands.Remove(otherBand);
                    }
                }
            }

            foreach (var band in bands.Where(band => band.Count > 1))
            {
                groups.AddRange(band.Select(player => KeyValuePair.Create(player, letter.ToString())));
                letter++;
            }
        }

        return groups.ToImmutable();
    }
}
