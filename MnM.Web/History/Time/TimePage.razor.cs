using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MnM.Collector.History.Import;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Web.Shell;

namespace MnM.Web.History.Time;

/// <summary>When, how long and how well a player plays. What is looked at stands in the address; while an import runs the figures follow it.</summary>
public sealed partial class TimePage
{
    /// <summary>So often the figures follow an import at most: all of them are counted anew each time.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private PlayerPath? _path;
    private TimeQuestion _question = new(TimeFilter.None, TimeZoneInfo.Utc, RateMethod.Shrunk);
    private IReadOnlyList<string> _faults = [];
    private HistoryState _state = HistoryState.Starting;
    private PlayerTime? _time;
    private ImportView? _import;
    private DateTimeOffset? _readAt;
    private int _doneAtRead;
    private bool _wasRunning;
    private bool _isUnknown;
    private bool _failed;
    private bool _isOld;
    private bool _reading;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    /// <summary>See <see cref="PlayerPath"/>.</summary>
    [Parameter] public string Player { get; set; } = "";
    [SupplyParameterFromQuery(Name = "champion")] private string? Champion { get; set; }
    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }
    [SupplyParameterFromQuery(Name = "queue")] private string? Queue { get; set; }
    [SupplyParameterFromQuery(Name = "patch")] private string? Patch { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "with")] private string? With { get; set; }
    [SupplyParameterFromQuery(Name = "without")] private string? Without { get; set; }
    [SupplyParameterFromQuery(Name = "tz")] private string? Tz { get; set; }
    [SupplyParameterFromQuery(Name = "rates")] private string? Rates { get; set; }

    /// <summary>Where a player's time is shown.</summary>
    internal static string AddressOf(string gameName, string tagLine) => PlayerTabs.TimeOf(PlayerPath.Of(gameName, tagLine));

    private (string Name, string Tag) Name => _time?.Player is { GameName: { } name, TagLine: { } tag } ? (name, tag)
        : _path is { GameName.Length: > 0 } path ? (path.GameName, path.TagLine)
        : (_path is null ? "Nobody" : "A player without a name", "");

    /// <summary>The player as links name one: by Riot ID where that is known.</summary>
    private PlayerPath Path => _time?.Player is { GameName: { } name, TagLine: { } tag } ? PlayerPath.Of(name, tag) : _path!;

    private string Title => Name.Tag.Length > 0 ? $"{Name.Name}#{Name.Tag}" : Name.Name;

    private DateOnly Today => TimeWords.DayOf(Clock.GetUtcNow(), _question.Zone);

    /// <inheritdoc/>
    protected override void OnInitialized() => Watch(States, Take);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var (path, before) = (PlayerPath.Parse(Player), (_path, _question));
        (_question, _faults) = TimeQuestion.Read(
            new TimeParameters { Champion = Champion, Role = Role, Queue = Queue, Patch = Patch, From = From, To = To, With = With, Without = Without, Tz = Tz, Rates = Rates },
            Clock.LocalTimeZone);
        if (path != _path)
        {
            (_path, _time, _import, _isUnknown) = (path, null, null, false);
        }

        if (path is not null && (_time is null || before != (_path, _question)))
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Monitor.ReadAsync(CancellationToken.None);
            await RememberZoneAsync();
        }

        if (_isOld && !_reading)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private void Take(HistoryState state)
    {
        // Back from an outage the figures are looked at again.
        _isOld |= _failed && _state.IsStale && !state.IsStale;
        _state = state;
        if (state.Imports.FirstOrDefault(import => _time?.Player.Id == import.PlayerId || _path?.Is(import.GameName, import.TagLine) == true) is not { } now)
        {
            // While nobody looked the feed stood still: what ran when it was last told may have ended long ago.
            _isOld |= _import is { IsRunning: true };
            return;
        }

        (_import, var ended) = (now, _wasRunning && !now.IsRunning);
        _wasRunning = now.IsRunning;
        _isOld |= _isUnknown || ended || (now.Done != _doneAtRead && (_readAt is not { } at || Clock.GetUtcNow() - at >= Between));
    }

    private async Task BeginAsync(ImportView import)
    {
        (_import, _wasRunning) = (import, import.IsRunning);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_path is not { } path)
        {
            return;
        }

        var question = _question;
        (_reading, _isOld) = (true, false);
        try
        {
            var time = await Reader.ReadAsync(path, question, (await Visitor).User, CancellationToken.None);
            var import = time is null ? null : _state.FindOf(time.Player.Id) ?? await History.LatestOfAsync(time.Player.Id, CancellationToken.None);
            if (path != _path || question != _question)
            {
                // Another question has been asked meanwhile; its answer comes by itself.
                return;
            }

            (_time, _isUnknown, _failed, _readAt) = (time, time is null, false, Clock.GetUtcNow());
            (_import, _doneAtRead) = (import ?? _import, import?.Done ?? 0);
            _wasRunning = _import?.IsRunning == true;
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, fault);
            _failed = true;
        }
        finally
        {
            _reading = false;
        }
    }

    private async Task GoAsync(TimeQuestion question)
    {
        if (question.Zone != _question.Zone)
        {
            await Scripts.InvokeVoidAsync("mnmZone.remember", question.Zone == Clock.LocalTimeZone ? null : question.Zone.Id);
        }

        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(question.ToQuery(Clock.LocalTimeZone)));
    }

    /// <summary>An address without a zone gets the one that was chosen in this browser before.</summary>
    private async Task RememberZoneAsync()
    {
        if (Tz is null && await RememberedAsync() is { } id && TimeZones.Find(id) is { } zone && zone != Clock.LocalTimeZone)
        {
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("tz", zone.Id), replace: true);
        }
    }

    private async Task<string?> RememberedAsync()
    {
        try
        {
            return await Scripts.InvokeAsync<string?>("mnmZone.remembered");
        }
        catch (JSDisconnectedException)
        {
            return null;
        }
    }

    private string TableAddress(string table) =>
        Navigation.GetUriWithQueryParameters($"/api/players/{Uri.EscapeDataString(Path.ToString())}/time/{table}", _question.ToQuery(Clock.LocalTimeZone));

    private static string Left(PlayerTime time) => TimeWords.SetApart(time.Report.SetApart) is { } apart
        ? $"Only games that did not come to an end do: {apart}."
        : $"{TimeWords.Count(time.Choices.Queues.Sum(choice => choice.Games), "game")} {(time.Choices.Queues.Sum(choice => choice.Games) == 1 ? "is" : "are")} here, none as filtered.";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The games of a player could not be read for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
