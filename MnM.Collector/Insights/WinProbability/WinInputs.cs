using System.Collections.Immutable;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>
/// What the model looks at: each lead of blue over red, and its product with time, since a lead of the tenth minute weighs another amount than the same one in the thirtieth.
/// All of them change their sign when the sides are swapped, but for one, which is the side itself.
/// </summary>
internal static class WinInputs
{
    public const string Side = "Blue side";

    /// <summary>Time is counted from here, so that the weights without it are those of this minute.</summary>
    private const double MiddleMinute = 20;
    private const double LatestMinute = 45;

    /// <summary>The leads, in their order.</summary>
    public static ImmutableArray<WinInput> Leads { get; } =
    [
        new("Gold", "1,000 gold", 1000, state => state.Gold),
        new("Experience", "1,000 experience", 1000, state => state.Experience),
        new("Levels", "a level", 1, state => state.Levels),
        new("CS", "10 CS", 10, state => state.Cs),
        new("Kills", "a kill", 1, state => state.Kills),
        new("Champions alive", "a champion alive", 1, state => state.Alive),
        new("Plates", "a plate", 1, state => state.Plates),
        new("Towers", "a tower", 1, state => state.Towers),
        new("Inhibitors down", "an inhibitor down", 1, state => state.Inhibitors, 20),
        new("Void grubs", "a void grub", 1, state => state.Grubs),
        new("Heralds", "a herald", 1, state => state.Heralds, 20),
        new("Dragons", "a dragon", 1, state => state.Dragons),
        new("Dragon soul", "the dragon soul", 1, state => state.Soul, 20),
        new("Baron’s might", "Baron’s might", 1, state => state.Baron, 20),
        new("Elder’s might", "the elder dragon’s might", 1, state => state.Elder, 30),
        new("Atakhan", "Atakhan", 1, state => state.Atakhan, 20),
    ];

    /// <summary>The names of all inputs, in the order of their weights.</summary>
    public static ImmutableArray<string> Names { get; } = [Side, .. Leads.Select(lead => lead.Name), .. Leads.Select(lead => $"{lead.Name} × time")];

    public static int Count => Names.Length;

    /// <summary>The values of all inputs at a moment.</summary>
    /// <param name="state">How the match stood.</param>
    /// <param name="values">As many as there are <see cref="Names"/>.</param>
    public static void Fill(in MatchState state, Span<double> values)
    {
        var late = Late(state.At);
        values[0] = 1;
        for (var lead = 0; lead < Leads.Length; lead++)
        {
            var value = Leads[lead].Of(state);
            values[1 + lead] = value;
            values[1 + Leads.Length + lead] = value * late;
        }
    }

    /// <summary>Blue's chance to win by some weights, 0 to 1.</summary>
    public static double ChanceOfBlue(ImmutableArray<ModelInput> inputs, in MatchState state)
    {
        Span<double> values = stackalloc double[Count];
        Fill(state, values);
        var odds = 0.0;
        for (var input = 0; input < Math.Min(values.Length, inputs.Length); input++)
        {
            odds += inputs[input].Weight * values[input] / inputs[input].Scale;
        }

        return Logistic.Of(odds);
    }

    /// <summary>By how much a step of a lead changes the log-odds at a minute.</summary>
    public static double OddsOf(ImmutableArray<ModelInput> inputs, int lead, int minute)
    {
        var (alone, timed, step) = (inputs[1 + lead], inputs[1 + Leads.Length + lead], Leads[lead].StepSize);
        return step * ((alone.Weight / alone.Scale) + (timed.Weight * Late(minute * 60) / timed.Scale));
    }

    private static double Late(double seconds) => (Math.Clamp(seconds / 60, 0, LatestMinute) - MiddleMinute) / MiddleMinute;
}

/// <summary>A lead of blue over red.</summary>
/// <param name="Name">As the page says it.</param>
/// <param name="Step">So much of it, in words, as the page weighs it.</param>
/// <param name="StepSize">The same as a number.</param>
/// <param name="Of">Its value.</param>
/// <param name="FromMinute">Of the tens of minutes the first in which there is such a thing.</param>
internal sealed record WinInput(string Name, string Step, double StepSize, Func<MatchState, double> Of, int FromMinute = 0);
