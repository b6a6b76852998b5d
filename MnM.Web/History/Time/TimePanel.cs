using Microsoft.AspNetCore.Components;
using MnM.Collector.History.Time;

namespace MnM.Web.History.Time;

/// <summary>A part of the page that draws one report, and only with another one anew: while an import runs the page hears of it every second.</summary>
public abstract class TimePanel : ComponentBase
{
    private PlayerTime? _drawn;

    [Parameter, EditorRequired] public required PlayerTime Time { get; set; }

    private protected TimeReport Report => Time.Report;

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (parameters.TryGetValue<PlayerTime>(nameof(Time), out var next) && ReferenceEquals(next, _drawn))
        {
            return Task.CompletedTask;
        }

        _drawn = next;
        return base.SetParametersAsync(parameters);
    }
}
