using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

namespace MnM.Web.Live;

/// <summary>Everything a row shows, and no finer than it shows it: rows that look the same are equal, and an equal row is not drawn anew.</summary>
public sealed record RowView
{
    /// <summary>Ward score and respawn timer are whole.</summary>
    public required PlayerView Player { get; init; }
    public required Side Side { get; init; }
    public required RowMarks Marks { get; init; }

    /// <summary>Whether this is the player at this machine.</summary>
    public required bool IsYou { get; init; }

    /// <summary>Creeps a minute, in words.</summary>
    public required string PerMinute { get; init; }

    /// <summary>Exact figures from the League client; null until it tells them after the game.</summary>
    public EndOfGamePlayer? Final { get; init; }

    /// <summary>Percent of the scale that all rows share.</summary>
    public required double ValueShare { get; init; }

    /// <summary>The name; the champion's where the client tells none.</summary>
    public string Name => string.IsNullOrWhiteSpace(Player.DisplayName) ? Player.ChampionName : Player.DisplayName;

    /// <summary>The second line: the champion where the name is another, and "bot" where one plays it.</summary>
    public string Under => (Name == Player.ChampionName, Player.IsBot) switch
    {
        (true, true) => "bot",
        (true, false) => "",
        (false, true) => $"{Player.ChampionName} · bot",
        _ => Player.ChampionName,
    };

    /// <summary>Items or gold.</summary>
    public Worth Worth => WorthOf(Player, Final);

    /// <summary>Creeps; with ≈ while they are the running game's, which are rounded.</summary>
    public string Creeps => Final is null ? Figures.Creeps(Player.CreepScore) : Figures.Whole(Player.CreepScore);

    /// <summary>K/D/A in a line.</summary>
    public string Kda => Figures.Kda(Player.Kills, Player.Deaths, Player.Assists);

    /// <summary>What stands under the kills: the damage to champions where it is known.</summary>
    public string UnderKills => Final is null ? Kda : $"{Figures.Kilo(Final.DamageToChampions)} dmg";

    /// <summary>Whole seconds until this player is back, as the scoreboard of the game counts them.</summary>
    public int BackIn => (int)Player.RespawnTimer;

    /// <summary>The part of the death that is still ahead, 0 to 1.</summary>
    public double DeadShare => Marks.DeadFor > 0 ? Math.Clamp(Player.RespawnTimer / Marks.DeadFor, 0, 1) : 1;

    /// <summary>What the tile's tooltip says.</summary>
    public string TileTitle => Player.IsDead
        ? string.Create(CultureInfo.InvariantCulture, $"{Player.ChampionName}, dead for {BackIn} s")
        : Player.ChampionName;

    /// <summary>The ward score, whole; after the game the vision score.</summary>
    public string Wards => Figures.Whole(Final?.VisionScore ?? Player.WardScore);

    /// <summary>What <see cref="Wards"/> counts.</summary>
    public string WardsTitle => Final is null ? "Ward score" : "Vision score";

    /// <summary>Seven places: inventory 0–5 and the trinket; null where a place is empty.</summary>
    public ImmutableArray<ItemView?> Places
    {
        get
        {
            var places = new ItemView?[7];
            foreach (var item in Player.Items)
            {
                if (item.Place is >= 0 and < 7)
                    places[item.Place] ??= item;
            }

            return [.. places];
        }
    }

    /// <summary>Items in places beyond the seven, which some modes have.</summary>
    public IEnumerable<ItemView> MoreItems => Player.Items.Where(item => item.Place is < 0 or >= 7);

    /// <summary>Rows for every player of a poll, in the order of the slots.</summary>
    /// <param name="game">The poll.</param>
    /// <param name="marks">By slot; may be empty.</param>
    /// <param name="finals">By slot; none while the game runs.</param>
    public static ImmutableArray<RowView> All(LiveView game, ImmutableArray<RowMarks> marks, ImmutableArray<EndOfGamePlayer> finals = default)
    {
        var worth = game.Players.Select((player, slot) => WorthOf(player, At(finals, slot)).Gold).ToList();

        // One scale for everybody: the highest worth, rounded up to a thousand.
        var scale = Math.Max(1, Math.Ceiling(worth.DefaultIfEmpty().Max() / 1000d)) * 1000;
        return
        [
            .. game.Players.Select((player, index) => new RowView
            {
                Player = player with { WardScore = Math.Truncate(player.WardScore), RespawnTimer = Math.Ceiling(player.RespawnTimer) },
                Side = Sides.Of(player.Team),
                Marks = At(marks, index) ?? RowMarks.None,
                Final = At(finals, index),
                IsYou = player.IsActivePlayer,
                PerMinute = Figures.PerMinute(player.CreepScore, game.GameTime),
                ValueShare = Math.Round(worth[index] * 100 / scale, 1),
            }),
        ];
    }

    private static Worth WorthOf(PlayerView player, EndOfGamePlayer? final) => final is null ? new(player.ItemValue, false) : new(final.GoldEarned, true);

    private static T? At<T>(ImmutableArray<T> all, int index)
        where T : class => !all.IsDefault && index < all.Length ? all[index] : null;
}
