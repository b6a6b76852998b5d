using System.Collections.Immutable;
using System.Data.Common;

namespace MnM.Web.Settings;

/// <summary>Whom MnM asks and tells, as it is set up now.</summary>
public sealed partial class LeavingPanel(LeavingList list, ILogger<LeavingPanel> logger)
{
    private ImmutableArray<Leaving>? _all;
    private bool _failed;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private async Task ReadAsync()
    {
        (_all, _failed) = (null, false);
        try
        {
            _all = await list.ReadAsync(CancellationToken.None);
        }
        catch (DbException fault)
        {
            _failed = true;
            Log.NotRead(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What leaves the machine could not be read")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
