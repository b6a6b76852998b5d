using System.Data.Common;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Stores what everybody in a game has now. Figures change every second, who somebody is hardly ever does:
/// where only the former changed, only those columns are written.
/// </summary>
internal sealed class PlayerWriter(MnmDbContext db) : IDisposable
{
    private readonly RowWriter<PlayerInGame> _rows = RowWriter<PlayerInGame>.Upsert(db);

    private readonly RowWriter<PlayerInGame> _figures = RowWriter<PlayerInGame>.Update(
        db,
        nameof(PlayerInGame.Level),
        nameof(PlayerInGame.Kills),
        nameof(PlayerInGame.Deaths),
        nameof(PlayerInGame.Assists),
        nameof(PlayerInGame.CreepScore),
        nameof(PlayerInGame.WardScore),
        nameof(PlayerInGame.ItemValue),
        nameof(PlayerInGame.Items));

    private readonly Dictionary<int, PlayerView> _stored = [];
    private long _game;

    public async Task WriteAsync(long game, IEnumerable<PlayerView> players, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (_game != game)
        {
            _game = game;
            _stored.Clear();
        }

        foreach (var player in players)
        {
            var known = _stored.TryGetValue(player.Slot, out var before) && IsSamePerson(before, player);
            await (known ? _figures : _rows).WriteAsync(PlayerInGame.Of(_game, player), transaction, cancellationToken);
            _stored[player.Slot] = player;
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _figures.Dispose();
    }

    /// <summary>Whether nothing differs but the figures above and what is not stored of a player.</summary>
    private static bool IsSamePerson(PlayerView before, PlayerView now) => now == before with
    {
        IsDead = now.IsDead,
        RespawnTimer = now.RespawnTimer,
        Level = now.Level,
        Kills = now.Kills,
        Deaths = now.Deaths,
        Assists = now.Assists,
        CreepScore = now.CreepScore,
        WardScore = now.WardScore,
        ItemValue = now.ItemValue,
        Items = now.Items,
    };
}
