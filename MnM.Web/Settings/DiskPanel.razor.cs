using System.Data.Common;
using System.Globalization;

namespace MnM.Web.Settings;

/// <summary>What MnM keeps on disk, part by part.</summary>
public sealed partial class DiskPanel(DiskMeter meter, ILogger<DiskPanel> logger)
{
    private DiskUse? _use;
    private bool _failed;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Later than the first picture: many pictures take a moment to count.
        if (firstRender)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private static string Share(DiskPart part, DiskUse use) => (use.Bytes == 0 ? 0 : 100.0 * part.Bytes / use.Bytes).ToString("0.#", CultureInfo.InvariantCulture);

    private async Task ReadAsync()
    {
        (_use, _failed) = (null, false);
        try
        {
            _use = await meter.ReadAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            _failed = true;
            Log.NotRead(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The files could not be measured")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
