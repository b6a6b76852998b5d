using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>Compares a poll with the one before and marks what a viewer should notice. One for each viewer, since the first poll seen marks nothing.</summary>
internal sealed class RowChanges
{
    private static readonly TimeSpan FlashPause = TimeSpan.FromSeconds(0.9);
    private static readonly TimeSpan KillMark = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ItemMark = TimeSpan.FromSeconds(4);

    private readonly Dictionary<int, Row> _rows = [];
    private LiveView? _last;

    /// <summary>The marks of every slot of <paramref name="game"/>, which becomes the poll that the next one is compared with.</summary>
    public ImmutableArray<RowMarks> Advance(LiveView game)
    {
        if (ReferenceEquals(game, _last))
            return MarksOf(game);

        // A jump back (spectators rewind) or another game: what differs then is no event.
        var follows = _last is not null && _last.GameId == game.GameId && game.GameTime >= _last.GameTime && _last.Players.Length == game.Players.Length;
        if (!follows)
            _rows.Clear();

        foreach (var player in game.Players)
        {
            var row = _rows.TryGetValue(player.Slot, out var known) ? known : _rows[player.Slot] = new Row();
            row.Advance(follows ? _last!.Players.FirstOrDefault(p => p.Slot == player.Slot) : null, player, game.PolledAt);
        }

        _last = game;
        return MarksOf(game);
    }

    private ImmutableArray<RowMarks> MarksOf(LiveView game) => [.. game.Players.Select(player => _rows[player.Slot].Marks)];

    private sealed class Row
    {
        private readonly Dictionary<int, DateTimeOffset> _items = [];
        private DateTimeOffset? _flash;
        private DateTimeOffset? _kill;

        public RowMarks Marks { get; private set; } = RowMarks.None;

        public void Advance(PlayerView? before, PlayerView now, DateTimeOffset at)
        {
            var flashes = Marks.Flashes;
            if (before is not null && now.Kills > before.Kills)
            {
                _kill = at;
                if (_flash is null || at - _flash >= FlashPause)
                {
                    _flash = at;
                    flashes++;
                }
            }

            if (before is not null && before.Items != now.Items)
                MarkItems(before, now, at);

            var deadFor = now.IsDead ? Math.Max(now.RespawnTimer, Marks.DeadFor) : 0;
            var marks = new RowMarks(flashes, at - _kill < KillMark, NewItems(at), deadFor);
            Marks = marks == Marks ? Marks : marks;
        }

        private void MarkItems(PlayerView before, PlayerView now, DateTimeOffset at)
        {
            // By id and count, not by place: an item that is only moved to another place is not new.
            var had = before.Items.CountBy(item => item.ItemId).ToDictionary();
            foreach (var place in _items.Keys.Where(place => now.Items.All(item => item.Place != place)).ToList())
                _items.Remove(place);

            foreach (var item in now.Items)
            {
                var left = had.GetValueOrDefault(item.ItemId);
                had[item.ItemId] = left - 1;
                if (left <= 0)
                    _items[item.Place] = at;
                else if (before.Items.All(old => old.Place != item.Place || old.ItemId != item.ItemId))
                    _items.Remove(item.Place);
            }
        }

        private int NewItems(DateTimeOffset at)
        {
            var bits = 0;
            foreach (var (place, since) in _items)
            {
                if (at - since < ItemMark && place is >= 0 and < 32)
                    bits |= 1 << place;
            }

            return bits;
        }
    }
}
