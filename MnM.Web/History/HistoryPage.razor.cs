using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MnM.Collector.History.Import;

namespace MnM.Web.History;

/// <summary>Imports past matches and shows how far that is; which import stands in the address, so that a reload shows it again.</summary>
public sealed partial class HistoryPage
{
    private const int Shown = 12;
    private const int Listed = 10;

    /// <summary>A personal key's, until Riot told its limits.</summary>
    private double _perMinute = 50;
    private HistoryState _state = HistoryState.Starting;
    private ImportView? _shown;
    private ImmutableArray<ImportView>? _imports;
    private ImmutableArray<ImportedMatch> _matches = [];
    private string? _read;
    private bool _isOld = true;
    private bool _reading;
    private bool _failed;
    private bool _isUnknown;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    /// <summary>The import that is shown; the latest where null.</summary>
    [SupplyParameterFromQuery(Name = "import")] public string? Import { get; set; }

    private (string? Kind, string Text) Chip => (_state, _imports) switch
    {
        ({ IsStale: true }, _) => ("warn", "Old state"),
        (_, null) => (null, "Reading"),
        ({ Imports: var imports }, _) when imports.Count(import => import.IsRunning) is > 0 and var running => ("live", running == 1 ? "1 import runs" : $"{running} imports run"),
        _ => (null, "No import runs"),
    };

    /// <summary>Where an import is shown.</summary>
    internal static string AddressOf(ImportView import) => $"/history?import={import.Id}";

    /// <inheritdoc/>
    protected override void OnInitialized() => Watch(States, Take);

    /// <inheritdoc/>
    protected override void OnParametersSet() => _isOld |= Import != _read;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Monitor.ReadAsync(CancellationToken.None);
        }

        if (_isOld && !_reading)
        {
            await ReadAsync();
        }
    }

    private void Take(HistoryState state)
    {
        _state = state;
        _isOld |= _failed;
        if (_shown is not { } shown || state.Find(shown.Id) is not { } now)
        {
            _isOld |= _shown is { IsRunning: true } || (_imports is { } known && state.Imports.Any(import => known.All(one => one.Id != import.Id)));
            return;
        }

        _isOld |= now.HasMovedSince(shown);
        _shown = now;
    }

    private void Show(ImportView import) => Navigation.NavigateTo(AddressOf(import), replace: Import is null);

    /// <summary>Reads what the feed does not tell: the list, the matches, and an import that has ended long ago.</summary>
    private async Task ReadAsync()
    {
        (_reading, _isOld, _read) = (true, false, Import);
        try
        {
            var imports = await History.ListAsync(Listed, CancellationToken.None);
            var shown = Import is null ? imports.FirstOrDefault() : await History.FindAsync(Import, CancellationToken.None);
            _matches = shown is null ? [] : await MatchesAsync(shown, (await Visitor).User);
            _perMinute = await History.AllowedPerMinuteAsync(shown?.Region ?? "europe", CancellationToken.None);
            (_imports, _shown, _isUnknown, _failed) = (imports, shown, Import is not null && shown is null, false);
        }
        catch (DbException fault)
        {
            if (!_failed)
            {
                Log.NotRead(Logger, fault);
            }

            _failed = true;
        }
        finally
        {
            _reading = false;
        }

        StateHasChanged();
    }

    private async Task<ImmutableArray<ImportedMatch>> MatchesAsync(ImportView import, ClaimsPrincipal visitor)
    {
        var hidden = await People.OfAsync(import.PlayerId, visitor, CancellationToken.None);
        return await History.MatchesAsync(import.Id, Shown, Customs.AreShownTo(visitor), hidden.Own, CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The imports could not be read for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
