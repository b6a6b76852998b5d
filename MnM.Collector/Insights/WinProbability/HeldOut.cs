using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>
/// Says of every match what a model said that had not seen it: the matches are dealt into parts by a hash of their ids, and each part in turn is held out.
/// So all minutes of a match are on one side of the line, and a match is always in the same part.
/// </summary>
internal static class HeldOut
{
    /// <summary>The part that a match is in, from 0.</summary>
    public static int PartOf(string matchId, int parts) =>
        (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(matchId))) % (uint)parts);

    /// <summary>What was said of all matches, in their order.</summary>
    /// <exception cref="TrainingException">A part cannot be learnt without.</exception>
    public static ImmutableArray<ToldMatch> Tell(IReadOnlyList<LearntMatch> matches, int parts, CancellationToken cancellationToken)
    {
        var told = new ToldMatch?[matches.Count];
        for (var part = 0; part < parts; part++)
        {
            var seen = matches.Where(match => PartOf(match.MatchId, parts) != part).ToList();
            var inputs = Training.Fit(seen, cancellationToken);
            for (var index = 0; index < told.Length; index++)
            {
                if (PartOf(matches[index].MatchId, parts) == part)
                {
                    told[index] = new ToldMatch(matches[index].BlueWon, [.. matches[index].States.Select(state => WinInputs.ChanceOfBlue(inputs, state))]);
                }
            }
        }

        return [.. told.OfType<ToldMatch>()];
    }
}

/// <summary>What a model said of a match that it had not seen.</summary>
/// <param name="BlueWon">What came.</param>
/// <param name="Chances">Blue's, moment by moment.</param>
internal sealed record ToldMatch(bool BlueWon, ImmutableArray<double> Chances);
