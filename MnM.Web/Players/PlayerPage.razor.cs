using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MnM.Collector.History.Import;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Web.History.Time;
using MnM.Web.Security;

namespace MnM.Web.Players;

/// <summary>A player: ranks, champions, bests, mates and matches. What is stored is shown at once; Riot is asked by the browser's page alone, not by whoever merely fetches it.</summary>
public sealed partial class PlayerPage
{
    /// <summary>So often the figures follow an import at most: all of them are counted anew each time.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private PlayerPath? _path;
    private PlayerQuestion _question = PlayerQuestion.None;
    private PoolFilter _filter = PoolFilter.None;
    private IReadOnlyList<string> _faults = [];
    private HistoryState _state = HistoryState.Starting;
    private PlayerFigures? _shown;
    private FoundPlayer? _found;
    private ImmutableArray<StalePart> _stale = [];
    private ImportView? _import;
    private PlayerPath? _asked;
    private DateTimeOffset? _readAt;
    private string? _said;
    private int _doneAtRead;
    private int _questions;
    private bool _failed;
    private bool _isOld;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    /// <summary>See <see cref="PlayerPath"/>.</summary>
    [Parameter] public string Player { get; set; } = "";
    [SupplyParameterFromQuery(Name = "champion")] private string? Champion { get; set; }
    [SupplyParameterFromQuery(Name = "queue")] private string? Queue { get; set; }
    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }
    [SupplyParameterFromQuery(Name = "patch")] private string? Patch { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "result")] private string? Result { get; set; }

    private (string Name, string Tag) Name => _shown is { } shown ? PlayerWords.NameOf(shown.Read.Player)
        : _path is { GameName.Length: > 0 } path ? (path.GameName, path.TagLine)
        : (_path is null ? "Nobody" : "A player without a name", "");

    private string Title => Name.Tag.Length > 0 ? $"{Name.Name}#{Name.Tag}" : Name.Name;

    /// <summary>The player as links name one: by Riot ID where that is known.</summary>
    private PlayerPath Path => _shown?.Read.Player is { GameName: { } name, TagLine: { } tag } ? PlayerPath.Of(name, tag) : _path!;

    private DateOnly Today => TimeWords.DayOf(Clock.GetUtcNow(), Clock.LocalTimeZone);

    /// <summary>Why Riot says less than was asked; null where it said all.</summary>
    private string? Trouble => _found switch
    {
        FoundPlayer.Nobody nobody => nobody.Sentence,
        FoundPlayer.Unavailable unavailable => unavailable.Reason,
        _ => _stale is [var first, ..] ? first.Reason : null,
    };

    /// <inheritdoc/>
    protected override void OnInitialized() => Watch(States, Take);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var path = PlayerPath.Parse(Player);
        (_question, _faults) = PlayerQuestion.Read(new PlayerParameters { Champion = Champion, Queue = Queue, Role = Role, Patch = Patch, From = From, To = To, Result = Result });
        _filter = _question.ToFilter(Clock.LocalTimeZone) with { WithoutCustom = !Customs.AreShownTo((await Visitor).User) };
        if (path != _path)
        {
            (_path, _shown, _found, _import, _said, _stale, _failed) = (path, null, null, null, null, [], false);
            await ReadAsync();
        }
        else if (_shown is { } shown)
        {
            _shown = PlayerFigures.Of(shown.Read, _filter);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Monitor.ReadAsync(CancellationToken.None);
        }

        if (_path is not null && _path != _asked && !_failed)
        {
            await ((await Visitor).User.IsOwner() ? AskAsync() : AskNobodyAsync());
        }
        else if (_isOld)
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
        if (_shown is not { } shown || state.FindOf(shown.Read.Player.Id) is not { } now)
        {
            // While nobody looked the feed stood still: what ran when it was last told may have ended long ago.
            _isOld |= _import is { IsRunning: true };
            return;
        }

        var ended = _import is { IsRunning: true } && !now.IsRunning;
        _import = now;
        _isOld |= ended || (now.Done != _doneAtRead && (_readAt is not { } at || Clock.GetUtcNow() - at >= Between));
    }

    private async Task BeginAsync(ImportView import)
    {
        _import = import;
        await ReadAsync();
    }

    /// <summary>Reads what is stored.</summary>
    private Task ReadAsync() => GuardAsync(async path =>
    {
        var read = await Reader.ReadAsync(path, (await Visitor).User, CancellationToken.None);
        var import = read is null ? null : _state.FindOf(read.Player.Id) ?? await History.LatestOfAsync(read.Player.Id, CancellationToken.None);
        if (path != _path)
        {
            return;
        }

        (_shown, _failed, _isOld, _readAt) = (read is null ? null : PlayerFigures.Of(read, _filter), false, false, Clock.GetUtcNow());
        (_import, _doneAtRead) = (import, import?.Done ?? 0);
    });

    /// <summary>Looks for whom the database does not know, and asks for what is old of whom it knows.</summary>
    private Task AskAsync() => AskingAsync(async path =>
    {
        (_asked, _found) = (path, null);
        var found = await Finder.FindAsync(path, CancellationToken.None);
        if (path != _path)
        {
            return;
        }

        _found = found;
        if (found is FoundPlayer.Found { Player: var player })
        {
            var refreshed = await Refresher.RefreshAsync(player, PlayerParts.All, isWanted: false, CancellationToken.None);
            if (path == _path)
            {
                _stale = refreshed.Stale;
                await ReadAsync();
            }
        }
    });

    /// <summary>A viewer is shown what is stored.</summary>
    private Task AskNobodyAsync() => AskingAsync(path =>
    {
        (_asked, _found) = (path, _shown is null ? new FoundPlayer.Unavailable(OwnersRiot.Sentence) : null);
        return Task.CompletedTask;
    });

    /// <summary>A person wants all anew, matches too.</summary>
    private Task RefreshAsync() => AskingAsync(async path =>
    {
        if (_shown is not { Read: { Player: var player, Games.Length: var before } })
        {
            return;
        }

        if (Refresher.CooldownOf(player) is { Ticks: > 0 } left && before > 0)
        {
            _said = $"Asked a moment ago; again in {(int)Math.Ceiling(left.TotalSeconds)} s";
            return;
        }

        _said = null;
        var refreshed = await Refresher.RefreshAsync(player, PlayerParts.All, isWanted: true, CancellationToken.None);
        var fault = await FetchMatchesAsync(refreshed.Player);
        if (path == _path)
        {
            (_stale, _said) = (refreshed.Stale, fault);
            await ReadAsync();
        }
    });

    /// <summary>Why the latest matches are not all here; null where they are.</summary>
    private async Task<string?> FetchMatchesAsync(KnownPlayer player)
    {
        // While an import has the lane to itself, its turn may come in minutes.
        using var patience = new CancellationTokenSource(PlayerRefresh.Patience, Clock);
        try
        {
            return await Finder.FindPlatformAsync(player, patience.Token) is FoundPlatform.Found { Region: var region }
                ? (await Library.FetchLatestAsync(player, region, PlayerFigures.FormLength, patience.Token)).Fault
                : null;
        }
        catch (OperationCanceledException)
        {
            return "Riot’s limits are busy: not all new matches are here yet";
        }
    }

    private async Task AskingAsync(Func<PlayerPath, Task> act)
    {
        _questions++;
        StateHasChanged();
        try
        {
            await GuardAsync(act);
        }
        finally
        {
            _questions--;
            StateHasChanged();
        }
    }

    private async Task GuardAsync(Func<PlayerPath, Task> act)
    {
        if (_path is not { } path)
        {
            return;
        }

        try
        {
            await act(path);
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, fault);
            _failed |= path == _path;
        }
    }

    private void Go(PlayerQuestion question) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(question.ToQuery()));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A player could not be read or renewed for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
