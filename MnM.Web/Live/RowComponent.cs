using Microsoft.AspNetCore.Components;

namespace MnM.Web.Live;

/// <summary>A row of a scoreboard, rendered again only when what it shows has changed.</summary>
public abstract class RowComponent : ComponentBase
{
    private RowView? _shown;
    private bool _changed = true;

    /// <summary>Null where this side has nobody to put in the row.</summary>
    [Parameter] public RowView? Row { get; set; }

    /// <summary>The side of the page, which is not always the player's team.</summary>
    [Parameter, EditorRequired] public required Side Side { get; set; }

    /// <summary>The row's classes beside its side: who plays here, and what has just happened.</summary>
    protected string Marks => Row is null ? "nobody" : $"{(Row.IsYou ? "me " : "")}{(Row.Player.IsDead ? "isdead " : "")}{Row.Marks.FlashClass}";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _changed = Row != _shown;
        _shown = Row;
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _changed;
}
