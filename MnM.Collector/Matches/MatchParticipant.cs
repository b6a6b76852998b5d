using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Matches;

/// <summary>A player or bot in a match.</summary>
public sealed class MatchParticipant
{
    public required string MatchId { get; set; }

    /// <summary>From 1; the number that the match's timeline knows the participant by.</summary>
    public int Number { get; set; }

    /// <summary>As the key's product sees the player; null of a bot.</summary>
    public string? Puuid { get; set; }

    /// <summary>The person; null until somebody found out who it is.</summary>
    public long? PlayerId { get; set; }

    /// <summary>When the match began; here too, so that a player's last matches are found by one index.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>100 is blue, 200 is red; others as Riot numbers them.</summary>
    public int TeamId { get; set; }
    public int ChampionId { get; set; }

    /// <summary>Static data's name of the champion, as Riot wrote it.</summary>
    public required string ChampionName { get; set; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; empty where the mode has none.</summary>
    public required string Position { get; set; }
    public bool Win { get; set; }
    public bool IsRemake { get; set; }
    public int Level { get; set; }
    public int Kills { get; set; }
    public int Deaths { get; set; }
    public int Assists { get; set; }

    /// <summary>Minions and neutral monsters.</summary>
    public int Cs { get; set; }
    public int GoldEarned { get; set; }
    public int GoldSpent { get; set; }

    /// <summary>To champions.</summary>
    public int Damage { get; set; }
    public int VisionScore { get; set; }

    /// <summary>Ids of seven places, 0 for an empty one, the last is the trinket: "3153,0,…".</summary>
    public required string Items { get; set; }
    public int Spell1Id { get; set; }
    public int Spell2Id { get; set; }

    /// <summary>Id of the keystone rune; 0 where there is none.</summary>
    public int Keystone { get; set; }

    /// <summary>Where the team came in, from 1; 0 in modes with two teams.</summary>
    public int Placement { get; set; }

    /// <summary>The Riot ID of that day: name, then tag; both may be empty.</summary>
    public required string GameName { get; set; }
    public required string TagLine { get; set; }

    /// <summary>Seconds.</summary>
    public int TimePlayed { get; set; }

    /// <summary>Whether no person played it.</summary>
    public bool IsBot => Puuid is null;

    /// <summary>The seven places.</summary>
    public ImmutableArray<int> ReadItems() =>
        [.. Items.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    internal sealed class Configuration : IEntityTypeConfiguration<MatchParticipant>
    {
        public void Configure(EntityTypeBuilder<MatchParticipant> builder)
        {
            builder.ToTable("match_participants");
            builder.HasKey(participant => new { participant.MatchId, participant.Number });
            builder.HasOne<Match>().WithMany().HasForeignKey(participant => participant.MatchId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(participant => new { participant.Puuid, participant.StartedAt });
            builder.HasIndex(participant => new { participant.ChampionId, participant.StartedAt });
            builder.HasIndex(participant => new { participant.PlayerId, participant.StartedAt }).HasFilter("player_id IS NOT NULL");
        }
    }
}
