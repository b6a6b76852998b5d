using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot.Wire;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Keeps the places of a match nameless whose people were erased before its timeline came.</summary>
internal static class ErasedPlaces
{
    /// <summary>The payload of a timeline that is about to be stored, without the ids of those places.</summary>
    public static async Task<byte[]> ScrubAsync(MnmDbContext db, MatchTimeline timeline, CancellationToken cancellationToken)
    {
        var erased = await db.MatchParticipants.Where(one => one.MatchId == timeline.MatchId && one.Puuid == ErasedPerson.Nobody).Select(one => one.Number).ToListAsync(cancellationToken);
        return erased.Count > 0 && Packing.TryUnpack(timeline.Payload) is { } json && new ErasedPerson(0, [], [.. Ids(json, erased)]).Scrub(timeline.Payload) is { } scrubbed
            ? scrubbed
            : timeline.Payload;
    }

    /// <summary>Riot lists people twice: by number, and in the order of the numbers.</summary>
    private static List<string> Ids(byte[] json, List<int> numbers)
    {
        using var document = JsonDocument.Parse(json);
        var (root, info) = (document.RootElement, document.RootElement.Member("info"u8).Member("participants"u8));
        var inOrder = root.Member("metadata"u8).Member("participants"u8).Items().Select((one, place) => (Number: place + 1, Id: one.ReadString()));
        var byNumber = info.Items().Select(one => (Number: one.Member("participantId"u8).ReadInt(), Id: one.Member("puuid"u8).ReadString())).ToList();
        return [.. (byNumber.Count > 0 ? byNumber : inOrder).Where(one => numbers.Contains(one.Number)).Select(one => one.Id)];
    }
}
