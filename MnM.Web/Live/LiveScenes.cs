using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;

namespace MnM.Web.Live;

/// <summary>The scenes that one viewer sees, each made from the one before.</summary>
internal sealed class LiveScenes(StaticDataStore catalogs)
{
    private readonly RowChanges _changes = new();
    private LiveScene? _last;
    private (LiveView? Game, EndOfGameView? Told) _seen;

    /// <summary>The scene of a running or ended game; null in any other stage.</summary>
    public LiveScene? Next(LiveState state, Stage stage)
    {
        var told = stage == Stage.Result && state.Client.EndOfGame is { } block && !FinalFigures.IsBrawl(block) ? block : null;
        var game = stage is Stage.Game or Stage.Result ? state.Game : null;

        // The poll of a result is let go after some minutes; who looks at it keeps it as long as the client shows its own.
        var isKept = game is null && told is not null && ReferenceEquals(told, _seen.Told);
        if (!isKept && (!ReferenceEquals(game, _seen.Game) || !ReferenceEquals(told, _seen.Told)))
        {
            _seen = (game, told);
            _last = Make(game, told);
        }

        return _last;
    }

    private LiveScene? Make(LiveView? game, EndOfGameView? told)
    {
        var catalog = catalogs.Current;
        var shown = game ?? (told is null ? null : FinalFigures.GameOf(told, catalog, default));
        if (shown is null)
        {
            return null;
        }

        ImmutableArray<EndOfGamePlayer> finals = told is null ? [] : FinalFigures.Of(shown, told, catalog);
        shown = FinalFigures.Correct(shown, finals);
        return LiveScene.Of(shown, _changes.Advance(shown), _last, finals);
    }
}
