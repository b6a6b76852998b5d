using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Tft.Patches;

namespace MnM.Web.Tft.Crawler;

/// <summary>Since when each patch is played, and the way to enter another date. What moves stored matches into another patch is asked about first.</summary>
public sealed partial class CalendarPanel(PatchDesk desk, TimeProvider time, ILogger<CalendarPanel> logger)
{
    private const string Down = "The database did not answer; nothing was changed.";
    private ImmutableArray<PatchDate>? _dates;
    private (string Words, Func<Task> Again)? _ask;
    private (bool IsGood, string Text)? _said;
    private string? _badField;
    private string _patch = "";
    private string _set = "";
    private string _from = "";
    private bool _busy;
    private bool _isDown;

    /// <summary>Matches have come into another patch.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    /// <summary>The last patch, where the next one must have come long ago.</summary>
    private PatchDate? Overdue => _dates?.MaxBy(date => date.From) is { } last && last.LikelyEnd < time.GetUtcNow() ? last : null;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    private static string Text(DateTimeOffset from) => from.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private async Task ReadAsync()
    {
        try
        {
            (_dates, _isDown) = ([.. await desk.ReadAsync(CancellationToken.None)], false);
        }
        catch (DbException fault)
        {
            Log.Failed(logger, fault);
            _isDown = true;
        }
    }

    private void Fill(PatchDate date) => (_patch, _set, _from, _said, _ask, _badField) = (
        date.Patch.ToString(), date.Set.ToString(CultureInfo.InvariantCulture), date.From.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), null, null, null);

    private string? Bad(string field) => _badField == field ? "bad" : null;

    private Task SaveAsync()
    {
        // The desk says what is wrong with a patch or a set that is none.
        var patch = Patch.Find(_patch) ?? Patch.Unknown;
        var set = int.TryParse(_set, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (!DateTimeOffset.TryParse(_from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
        {
            (_badField, _said) = ("from", (false, "Enter the day and the time from which the patch is played."));
            return Task.CompletedTask;
        }

        return EnterAsync(new PatchDate(patch, set, from.ToUniversalTime(), IsOwn: true), isConfirmed: false);
    }

    /// <summary>What is confirmed is what was asked about, whatever stands in the fields by then.</summary>
    private Task EnterAsync(PatchDate date, bool isConfirmed) =>
        ChangeAsync(() => desk.SaveAsync(date.Patch, date.Set, date.From, isConfirmed, CancellationToken.None), () => EnterAsync(date, isConfirmed: true), $"{date.Patch} is entered.");

    private Task RemoveAsync(Patch patch, bool isConfirmed) =>
        ChangeAsync(() => desk.RemoveAsync(patch, isConfirmed, CancellationToken.None), () => RemoveAsync(patch, true), $"Your date of {patch} is removed.");

    private async Task ChangeAsync(Func<Task<PatchChange>> change, Func<Task> again, string done)
    {
        (_busy, _said, _ask, _badField) = (true, null, null, null);
        try
        {
            Take(await change(), again, done);
            _dates = [.. await desk.ReadAsync(CancellationToken.None)];
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            Log.Failed(logger, fault);
            _said = (false, Down);
        }

        _busy = false;
        if (_ask is null && _badField is null)
        {
            await Changed.InvokeAsync();
        }
    }

    private void Take(PatchChange change, Func<Task> again, string done)
    {
        switch (change)
        {
            case PatchChange.ToConfirm { Matches: var matches }:
                _ask = ($"{matches:N0} stored matches would come into another patch. The rows of all matches are then made anew, without a request to Riot.", again);
                break;
            case PatchChange.Refused { Field: var field, Why: var why }:
                (_badField, _said) = (field, (false, why));
                break;
            case PatchChange.NotDerived { Why: var why }:
                _said = (false, $"Nothing was changed, since the rows of the matches could not be made anew: {why}");
                break;
            default:
                (_said, _patch, _set, _from) = ((true, done), "", "", "");
                break;
        }
    }

    private async Task AnswerAsync(bool isMeant)
    {
        var again = _ask?.Again;
        _ask = null;
        if (isMeant && again is not null)
        {
            await again();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The calendar of patches could not be read or changed")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
