using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;

namespace MnM.Web.Settings;

/// <summary>Finds a person who is known here, says what goes and what stays, and forgets them.</summary>
public sealed partial class ErasePanel(PlayerSearch search, PersonEraser eraser, ILogger<ErasePanel> logger)
{
    private const int Most = 8;

    private ImmutableArray<NamedPlayer> _found = [];
    private NamedPlayer? _asked;
    private (bool IsGood, string Text)? _said;
    private string? _text;
    private bool _busy;

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    private async Task FindAsync()
    {
        (_asked, _said, _found) = (null, null, []);
        try
        {
            _found = await search.FindAsync(_text ?? "", Most, CancellationToken.None);
            _said = _found.IsEmpty ? (false, "Nobody of that name is known here.") : null;
        }
        catch (DbException fault)
        {
            Log.Failed(logger, fault);
            _said = (false, "The database did not answer.");
        }
    }

    private async Task EraseAsync(NamedPlayer player)
    {
        (_asked, _said, _busy) = (null, null, true);
        try
        {
            _said = await eraser.EraseAsync(PlayerPath.Of(player.GameName, player.TagLine), CancellationToken.None)
                ? (true, $"{player.GameName} is erased.")
                : (false, $"{player.GameName} was not known any more.");
            _found = _found.Remove(player);
        }
        catch (DbException fault)
        {
            Log.Failed(logger, fault);
            _said = (false, "The database did not answer; nothing was erased.");
        }

        _busy = false;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A person could not be looked for or erased")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
