using System.Collections.Immutable;
using MnM.Collector.Storage;

namespace MnM.Collector.Players.Erasing;

/// <summary>Somebody who is to be forgotten: all by which answers that are stored name them.</summary>
/// <param name="PlayerId">Our id; 0 of somebody who is no player here, and only stands in matches and games.</param>
/// <param name="Names">Their Riot IDs, today's and those of the days of stored matches, as <see cref="PlayerQueries.KeyOf"/> writes them.</param>
/// <param name="Ids">All ids by which any key ever saw them.</param>
internal sealed record ErasedPerson(long PlayerId, ImmutableHashSet<string> Names, ImmutableHashSet<string> Ids)
{
    /// <summary>What stands in the place of an id: nobody's, in the form of one, since who has none counts as a bot.</summary>
    public static readonly string Nobody = "erased".PadRight(78, '0');

    /// <summary>The Riot ID of today, as <see cref="PlayerQueries.KeyOf"/> writes it; null where another player has it now, or only an id was given.</summary>
    public string? RiotIdKey { get; init; }

    /// <summary>Names without a tag, which mean them where people are named, and may be words of the game elsewhere.</summary>
    public ImmutableHashSet<string> Aliases { get; init; } = [];

    /// <summary>Whether a Riot ID is theirs.</summary>
    public bool Is(string gameName, string tagLine) => Names.Contains(PlayerQueries.KeyOf(gameName, tagLine));

    /// <summary>Whether a text is one of their ids.</summary>
    public bool IsId(string text) => Ids.Contains(text);

    /// <summary>Whether a text names them wherever it stands.</summary>
    public bool IsName(string text) => text.LastIndexOf('#') is > 0 and var sharp && Is(text[..sharp], text[(sharp + 1)..]);

    /// <summary>A packed answer without them, packed anew; null where they are not in it.</summary>
    public byte[]? Scrub(byte[] packed) => Packing.TryUnpack(packed) is { } json && AnswerScrubber.Scrub(json, this) is { } scrubbed ? Packing.Pack(scrubbed) : null;
}
