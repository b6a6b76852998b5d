using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using MnM.Collector.StaticData;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tft.Friends;

/// <summary>The friends' games of Teamfight Tactics beside those of the high ladder. Set, queue and friend stand in the address.</summary>
public sealed partial class TftFriendsPage(TftFriendsSource source, StaticDataStore catalogs, NavigationManager navigation, ILogger<TftFriendsPage> logger)
{
    private TacticsGames? _games;
    private TacticsFriend? _shown;
    private TftAnswer? _units;
    private TftAnswer? _traits;
    private (int Set, int Queue)? _asked;
    private (string? Set, string? Queue)? _read;
    private TftReply? _without;
    private int _run;
    private bool _asking;
    private bool _isDown;

    [SupplyParameterFromQuery(Name = "set")] public string? Set { get; set; }
    [SupplyParameterFromQuery(Name = "queue")] public string? Queue { get; set; }

    /// <summary>MnM's id of the friend whose units are shown.</summary>
    [SupplyParameterFromQuery(Name = "friend")] public string? Friend { get; set; }

    private StaticDataStore Catalogs => catalogs;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() =>
        !RendererInfo.IsInteractive ? Task.CompletedTask // Each board is unpacked and read: once is enough.
        : _games is not null && _read == (Set, Queue) ? ChooseAsync(_games)
        : ReadAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string AddressOf(string? set, string? queue, long? friend) =>
        $"/tft/friends?set={set}{(queue is null ? "" : $"&queue={queue}")}{(friend is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&friend={friend}"))}";

    private void Go(string? set, string? queue, string? friend) => navigation.NavigateTo(AddressOf(set, queue, Number(friend)), replace: true);

    private async Task ReadAsync()
    {
        // Of two choices that are read at once the later one alone is shown.
        var run = ++_run;
        _read = (Set, Queue);
        try
        {
            var games = await source.Games(Number(Set), Number(Queue), CancellationToken.None);
            if (run != _run)
            {
                return;
            }

            (_games, _isDown) = (games, false);
        }
        catch (DbException fault)
        {
            Log.NotRead(logger, fault);
            _isDown |= run == _run;
            return;
        }

        await ChooseAsync(_games);
    }

    private async Task ChooseAsync(TacticsGames games)
    {
        _shown = games.Friends.FirstOrDefault(friend => friend.PlayerId == Number(Friend) && !friend.Boards.IsEmpty) ?? games.Friends.FirstOrDefault(friend => !friend.Boards.IsEmpty);
        if (_shown is not null && _asked != (games.Set, games.Queue))
        {
            (_asked, _units, _traits) = ((games.Set, games.Queue), null, null);
            await AskAsync();
        }
    }

    /// <summary>Asks how the ladder does; what was counted before is shown until it is known.</summary>
    private async Task AskAsync()
    {
        var (set, queue) = _asked!.Value;
        (_asking, _without) = (true, null);
        StateHasChanged();
        var question = new TftQuestion { Set = set, Queues = [queue], Tiers = [TftTier.Master, TftTier.Grandmaster, TftTier.Challenger], LadderPlayersOnly = true };
        var units = await source.Ask(question with { Subject = TftSubject.Units }, CancellationToken.None);
        var traits = await source.Ask(question with { Subject = TftSubject.Traits }, CancellationToken.None);
        if (_asked == (set, queue))
        {
            (_units, _traits) = ((units as TftReply.Answered)?.Answer ?? _units, (traits as TftReply.Answered)?.Answer ?? _traits);
            (_without, _asking) = (new[] { units, traits }.FirstOrDefault(reply => reply is not TftReply.Answered), false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The friends' games of Teamfight Tactics could not be read")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
