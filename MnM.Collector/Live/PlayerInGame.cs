using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live;

/// <summary>One person or bot of a watched game, with the latest values the game told.</summary>
public sealed class PlayerInGame
{
    public long GameId { get; set; }

    /// <summary>Who this is within the game; see SlotMatcher.</summary>
    public int Slot { get; set; }
    public required string Team { get; set; }
    public required string ChampionName { get; set; }
    public required string ChampionAlias { get; set; }
    public required string DisplayName { get; set; }
    public required string GameName { get; set; }
    public required string TagLine { get; set; }
    public required string Position { get; set; }
    public bool IsActivePlayer { get; set; }
    public bool IsBot { get; set; }
    public int SkinId { get; set; }
    public int Level { get; set; }
    public int Kills { get; set; }
    public int Deaths { get; set; }
    public int Assists { get; set; }
    public int CreepScore { get; set; }
    public double WardScore { get; set; }
    public int ItemValue { get; set; }

    /// <summary>Item ids in the order of their places, comma-separated.</summary>
    public required string Items { get; set; }
    public string? Spell1 { get; set; }
    public string? Spell2 { get; set; }
    public int? Keystone { get; set; }
    public int? PrimaryTree { get; set; }
    public int? SecondaryTree { get; set; }

    /// <summary>The row of a player as the last poll told it.</summary>
    internal static PlayerInGame Of(long gameId, PlayerView player) => new()
    {
        GameId = gameId,
        Slot = player.Slot,
        Team = player.Team,
        ChampionName = player.ChampionName,
        ChampionAlias = player.ChampionAlias,
        DisplayName = player.DisplayName,
        GameName = player.GameName,
        TagLine = player.TagLine,
        Position = player.Position,
        IsActivePlayer = player.IsActivePlayer,
        IsBot = player.IsBot,
        SkinId = player.SkinId,
        Level = player.Level,
        Kills = player.Kills,
        Deaths = player.Deaths,
        Assists = player.Assists,
        CreepScore = player.CreepScore,
        WardScore = player.WardScore,
        ItemValue = player.ItemValue,
        Items = string.Join(',', player.Items.Select(item => item.ItemId)),
        Spell1 = player.Spell1?.Alias,
        Spell2 = player.Spell2?.Alias,
        Keystone = player.Keystone?.Id,
        PrimaryTree = player.PrimaryTree?.Id,
        SecondaryTree = player.SecondaryTree?.Id,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<PlayerInGame>
    {
        public void Configure(EntityTypeBuilder<PlayerInGame> builder)
        {
            builder.ToTable("players_in_games");
            builder.HasKey(player => new { player.GameId, player.Slot });
            builder.HasOne<Game>().WithMany().HasForeignKey(player => player.GameId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
