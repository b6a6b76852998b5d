using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;
using MnM.Collector.Live.Recording.Files;

namespace MnM.Web.Games;

/// <summary>Opens the recording of another MnM: takes the file from the browser, has it checked, and shows the game.</summary>
public sealed partial class OpenGameFile
{
    private CancellationTokenSource _stop = new();
    private string? _fault;
    private string _step = "";
    private int _percent;
    private bool _busy;

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task OpenAsync(InputFileChangeEventArgs chosen)
    {
        (_busy, _fault) = (true, null);
        var stop = _stop.Token;
        try
        {
            var game = chosen.File.Size > GameFileImport.LargestFile
                ? new(null, false, "The file is larger than 64 MB, which no game file is.")
                : await ImportAsync(chosen.File, stop);
            _fault = game.Fault;
            if (game.GameId is { } id)
            {
                Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"/games/{id}"));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _stop.Dispose();
            _stop = new();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Microsoft.JSInterop.JSException)
        {
            Log.NotRead(Logger, fault);
            _fault = TemporaryFiles.Words(fault) ?? "The file could not be read to its end.";
        }

        _busy = false;
    }

    private async Task<ImportedGame> ImportAsync(IBrowserFile chosen, CancellationToken stop)
    {
        await using var file = Aside.Create();
        await using (var upload = chosen.OpenReadStream(GameFileImport.LargestFile, stop))
        {
            var part = new byte[64 * 1024];
            for (int read; (read = await upload.ReadAsync(part, stop)) > 0;)
            {
                await file.WriteAsync(part.AsMemory(0, read), stop);
                Tell("Reading the file", file.Length, chosen.Size);
            }
        }

        file.Position = 0;
        var progress = new Progress<GameFileProgress>(at => Tell(string.Create(CultureInfo.InvariantCulture, $"Checking poll {at.Polls} of {at.Of}"), at.Polls, at.Of));

        // Some seconds of work, which must not hold the page.
        return await Task.Run(() => Files.ImportAsync(file, progress, stop), stop);
    }

    private void Tell(string step, long done, long of)
    {
        var percent = (int)(done * 100 / Math.Max(1, of));
        if (percent != _percent && !_stop.IsCancellationRequested)
        {
            (_step, _percent) = (step, percent);
            StateHasChanged();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A game file could not be taken from the browser")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
