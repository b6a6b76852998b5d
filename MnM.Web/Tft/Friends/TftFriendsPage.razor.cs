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
    private string? _ladderFault;
    private bool _asking;
    private bool _isDown;

    [SupplyParameterFromQuery(Name = "set")] public string? Set { get; set; }
    [SupplyParameterFromQuery(Name = "queue")] public string? Queue { get; set; }

    /// <summary>MnM's id of the friend whose units are shown.</summary>
    [SupplyParameterFromQuery(Name = "friend")] public string? Friend { get; set; }

    private StaticDataStore Catalogs => catalogs;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string AddressOf(string? set, string? queue, long? friend) =>
        $"/tft/friends?set={set}{(queue is null ? "" : $"&queue={queue}")}{(friend is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&friend={friend}"))}";

    private void Go(string? set, string? queue, string? friend) => navigation.NavigateTo(AddressOf(set, queue, Number(friend)), replace: true);

    private string QueueWord(int queue) => queue switch
    {
        1090 => "Normal",
        1100 => "Ranked",
        1160 => "Double Up",
        _ => catalogs.Current.Constants.Queues.TryGetValue(queue, out var known) ? known.Name : string.Create(CultureInfo.InvariantCulture, $"Queue {queue}"),
    };

    private async Task ReadAsync()
    {
        try
        {
            _games = await source.Games(Number(Set), Number(Queue), CancellationToken.None);
            _isDown = false;
        }
        catch (DbException fault)
        {
            Log.NotRead(logger, fault);
            _isDown = true;
            return;
        }

        _shown = _games.Friends.FirstOrDefault(friend => friend.PlayerId == Number(Friend) && !friend.Boards.IsEmpty) ?? _games.Friends.FirstOrDefault(friend => !friend.Boards.IsEmpty);
        if (_shown is not null && _asked != (_games.Set, _games.Queue))
        {
            await AskAsync(_games.Set, _games.Queue);
        }
    }

    private async Task AskAsync(int set, int queue)
    {
        (_asked, _asking, _units, _traits, _ladderFault) = ((set, queue), true, null, null, null);
        StateHasChanged();
        var question = new TftQuestion { Set = set, Queues = [queue], Tiers = [TftTier.Master, TftTier.Grandmaster, TftTier.Challenger], LadderPlayersOnly = true };
        var (units, fault) = Read(await source.Ask(question with { Subject = TftSubject.Units }, CancellationToken.None));
        var (traits, _) = Read(await source.Ask(question with { Subject = TftSubject.Traits }, CancellationToken.None));
        if (_asked == (set, queue))
        {
            (_units, _traits, _ladderFault, _asking) = (units, traits, fault, false);
        }
    }

    private static (TftAnswer? Answer, string? Fault) Read(TftReply reply) => reply switch
    {
        TftReply.Answered answered => (answered.Answer, null),
        TftReply.Empty empty => (null, empty.Why),
        TftReply.Failed failed => (null, failed.Why),
        TftReply.Refused refused => (null, refused.Faults.FirstOrDefault().Why),
        _ => (null, null),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The friends' games of Teamfight Tactics could not be read")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
