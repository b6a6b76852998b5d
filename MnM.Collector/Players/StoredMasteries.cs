using System.Buffers.Binary;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Players;

/// <summary>A player's mastery of every champion, as one answer of Riot told it. In a row per champion it would take ten times the room.</summary>
public sealed class StoredMasteries
{
    private const int EntryLength = 16;

    public long PlayerId { get; set; }
    public DateTimeOffset FetchedAt { get; set; }

    /// <summary>Four numbers of 32 bits per champion, little-endian: champion, level, points, days from 1970 to the last game.</summary>
    public required byte[] Entries { get; set; }

    internal static byte[] Pack(IReadOnlyCollection<PlayerMastery> masteries)
    {
        var entries = new byte[masteries.Count * EntryLength];
        var next = entries.AsSpan();
        foreach (var mastery in masteries)
        {
            BinaryPrimitives.WriteInt32LittleEndian(next, mastery.ChampionId);
            BinaryPrimitives.WriteInt32LittleEndian(next[4..], mastery.Level);
            BinaryPrimitives.WriteInt32LittleEndian(next[8..], mastery.Points);
            BinaryPrimitives.WriteInt32LittleEndian(next[12..], (int)((mastery.LastPlayedAt ?? DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch).TotalDays);
            next = next[EntryLength..];
        }

        return entries;
    }

    internal ImmutableArray<PlayerMastery> Unpack()
    {
        var masteries = ImmutableArray.CreateBuilder<PlayerMastery>(Entries.Length / EntryLength);
        for (var rest = Entries.AsSpan(); rest.Length >= EntryLength; rest = rest[EntryLength..])
        {
            var days = BinaryPrimitives.ReadInt32LittleEndian(rest[12..]);
            masteries.Add(new PlayerMastery(
                BinaryPrimitives.ReadInt32LittleEndian(rest),
                BinaryPrimitives.ReadInt32LittleEndian(rest[4..]),
                BinaryPrimitives.ReadInt32LittleEndian(rest[8..]),
                days == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(days)));
        }

        return masteries.ToImmutable();
    }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredMasteries>
    {
        public void Configure(EntityTypeBuilder<StoredMasteries> builder)
        {
            builder.ToTable("player_masteries");
            builder.HasKey(masteries => masteries.PlayerId);
            builder.Property(masteries => masteries.PlayerId).ValueGeneratedNever();
            builder.HasOne<Player>().WithOne().HasForeignKey<StoredMasteries>(masteries => masteries.PlayerId);
        }
    }
}
