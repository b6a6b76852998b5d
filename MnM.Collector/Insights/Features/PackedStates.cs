using System.Collections.Immutable;

namespace MnM.Collector.Insights.Features;

/// <summary>Keeps the states of a match in about twenty bytes a minute: whole numbers of seven bits a byte. Times are kept to the millisecond, gold and experience to one.</summary>
internal static class PackedStates
{
    public static byte[] Pack(ImmutableArray<MatchState> states)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write7BitEncodedInt(states.Length);
            foreach (var state in states)
            {
                writer.Write7BitEncodedInt64((long)Math.Round(state.At * 1000));
                foreach (var value in ValuesOf(state))
                {
                    writer.Write7BitEncodedInt64((value << 1) ^ (value >> 63));
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Null where the bytes are not what <see cref="Pack"/> made.</summary>
    public static ImmutableArray<MatchState>? TryUnpack(byte[] packed)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(packed, writable: false));
            var states = ImmutableArray.CreateBuilder<MatchState>();
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                states.Add(Read(reader));
            }

            return states.DrainToImmutable();
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<long> ValuesOf(MatchState state) =>
    [
        (long)Math.Round(state.Gold), (long)Math.Round(state.Experience), state.Levels, state.Cs, state.Kills, state.Alive, state.Plates, state.Towers,
        state.Inhibitors, state.Grubs, state.Heralds, state.Dragons, state.Soul, state.Baron, state.Elder, state.Atakhan,
    ];

    private static MatchState Read(BinaryReader reader)
    {
        return new MatchState(reader.Read7BitEncodedInt64() / 1000.0)
        {
            Gold = Next(),
            Experience = Next(),
            Levels = (int)Next(),
            Cs = (int)Next(),
            Kills = (int)Next(),
            Alive = (int)Next(),
            Plates = (int)Next(),
            Towers = (int)Next(),
            Inhibitors = (int)Next(),
            Grubs = (int)Next(),
            Heralds = (int)Next(),
            Dragons = (int)Next(),
            Soul = (int)Next(),
            Baron = (int)Next(),
            Elder = (int)Next(),
            Atakhan = (int)Next(),
        };

        long Next() => reader.Read7BitEncodedInt64() is var written ? (long)((ulong)written >> 1) ^ -(written & 1) : 0;
    }
}
