using System.Collections.Immutable;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>What a lead is worth alone: the chance of the side that has it, in a match that is even otherwise.</summary>
/// <param name="Name">Which lead.</param>
/// <param name="Step">So much of it, in words.</param>
/// <param name="Chances">At <see cref="Minutes"/>, 0 to 1; null where there is no such thing yet.</param>
public sealed record LeadWorth(string Name, string Step, ImmutableArray<double?> Chances)
{
    public static ImmutableArray<int> Minutes { get; } = [10, 20, 30];

    /// <summary>All leads that a model looks at.</summary>
    public static ImmutableArray<LeadWorth> Of(WinModel model) =>
    [
        .. WinInputs.Leads.Select((lead, index) => new LeadWorth(
            lead.Name, lead.Step, [.. Minutes.Select(minute => minute < lead.FromMinute ? (double?)null : Logistic.Of(WinInputs.OddsOf(model.Inputs, index, minute)))])),
    ];
}
