using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;

namespace MnM.Web.Settings;

/// <summary>Finds a person who is known here, says what goes and what stays, and forgets them.</summary>
public sealed partial class ErasePanel(PlayerSearch search, PersonEraser eraser, KeptCopiesReader copies, ILogger<ErasePanel> logger) : IDisposable
{
    private const int Most = 8;

    private readonly CancellationTokenSource _gone = new();
    private ElementReference _keep;
    private ImmutableArray<NamedPlayer> _found = [];
    private NamedPlayer? _asked;
    private string? _copies;
    private (bool IsGood, string Text)? _said;
    private string? _text;
    private string? _busy;
    private bool _focus;

    private bool IsOff => _busy is not null || !RendererInfo.IsInteractive;

    /// <summary>Nobody waits for a search any more; erasing goes on.</summary>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && _asked is not null)
        {
            _focus = false;
            await _keep.FocusAsync();
        }
    }

    private async Task FindAsync()
    {
        (_asked, _said, _found, _busy) = (null, null, [], "Looking…");
        try
        {
            _found = await search.FindAsync(_text ?? "", Most, _gone.Token);
            if (_found.IsEmpty && PlayerPath.Parse(_text) is { GameName.Length: > 0 } path && await eraser.KnowsAsync(path, _gone.Token))
            {
                _found = [new NamedPlayer(path.GameName, path.TagLine, null, null)];
            }

            _said = _found.IsEmpty ? (false, "Nobody of that name is known here. Who only stands in matches of others is found by the whole Riot ID of that day.") : null;
        }
        catch (DbException fault)
        {
            Log.Failed(logger, fault);
            _said = (false, "The database did not answer.");
        }
        catch (OperationCanceledException)
        {
            // The page is left, or MnM ends.
            _said = null;
        }

        _busy = null;
    }

    private void Ask(NamedPlayer player) => (_asked, _focus, _copies) = (player, true, Copies());

    private void Press(KeyboardEventArgs pressed) => _asked = pressed.Key == "Escape" ? null : _asked;

    private async Task EraseAsync(NamedPlayer player)
    {
        (_asked, _said, _busy) = (null, null, "Erasing…");
        try
        {
            var answer = await eraser.EraseAsync(PlayerPath.Of(player.GameName, player.TagLine), CancellationToken.None);
            _said = answer switch
            {
                ErasedAnswer.Erased => (true, $"{player.GameName} is erased. {Copies()}"),
                ErasedAnswer.NotNow { Reason: var reason } => (false, reason),
                _ => (false, $"{player.GameName} was not known any more."),
            };
            _found = answer is ErasedAnswer.NotNow ? _found : _found.Remove(player);
        }
        catch (DbException fault)
        {
            Log.Failed(logger, fault);
            _said = (false, "The database did not answer; not all is erased yet. Erase them again.");
        }
        catch (OperationCanceledException)
        {
            _said = (false, "MnM ended before all was erased. Erase them again.");
        }

        _busy = null;
    }

    private string Copies() => copies.Read()?.InWords() ?? "Backups and other copies of the database may still name them, and so may the log.";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A person could not be looked for or erased")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
