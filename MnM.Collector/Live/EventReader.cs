using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live;

/// <summary>Reads one entry of events.Events and finds its people: events carry the game name without tag, older files the summoner name.</summary>
internal static class EventReader
{
    public static GameEventView Read(JsonElement told, int ordinal, IReadOnlyList<PlayerView> players)
    {
        var name = told.Member("EventName"u8).ReadString("?");
        var actor = Text(told, "KillerName"u8) ?? Text(told, "Acer"u8) ?? Text(told, "Recipient"u8);
        var victim = Text(told, "VictimName"u8);
        var actorSlot = Find(actor, players);
        var detail = Text(told, "DragonType"u8) ?? Text(told, "TurretKilled"u8) ?? Text(told, "InhibKilled"u8) ?? Text(told, "InhibRespawned"u8)
            ?? Text(told, "InhibRespawningSoon"u8) ?? Text(told, "Result"u8) ?? Text(told, "AcingTeam"u8) ?? Number(told, "KillStreak"u8);
        return new GameEventView
        {
            Ordinal = ordinal,
            Name = name,
            Time = told.Member("EventTime"u8).ReadDouble(),
            Actor = actor,
            ActorSlot = actorSlot,
            Victim = victim,
            VictimSlot = Find(victim, players),
            AssistSlots = Assists(told, players),
            Detail = detail,
            Stolen = told.Member("Stolen"u8).ReadBool(),
            Team = TeamOf(name, detail, actor, actorSlot, players),
        };
    }

    private static string? TeamOf(string name, string? detail, string? actor, int? actorSlot, IReadOnlyList<PlayerView> players) => name switch
    {
        "TurretKilled" or "InhibKilled" when detail is not null && Structures.TakerOf(detail) is { } taker => taker,
        "InhibRespawned" or "InhibRespawningSoon" when detail is not null => Structures.OwnerOf(detail),
        "Ace" when detail is TeamView.Blue or TeamView.Red => detail,
        _ => actorSlot is { } slot ? players[slot].Team : actor is not null ? Structures.OwnerOf(actor) : null,
    };

    private static ImmutableArray<int> Assists(JsonElement told, IReadOnlyList<PlayerView> players)
    {
        var assisters = told.Member("Assisters"u8);
        if (assisters.ValueKind != JsonValueKind.Array || assisters.GetArrayLength() == 0)
        {
            return [];
        }

        var slots = ImmutableArray.CreateBuilder<int>();
        foreach (var assister in assisters.EnumerateArray())
        {
            if (Find(assister.ReadString(), players) is { } slot)
            {
                slots.Add(slot);
            }
        }

        return slots.ToImmutable();
    }

    private static int? Find(string? name, IReadOnlyList<PlayerView> players)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var tag = name.LastIndexOf('#');
        var bare = (tag > 0 ? name.AsSpan(0, tag) : name).Trim();
        int? found = null;
        foreach (var player in players)
        {
            if (!bare.Equals(player.DisplayName.AsSpan().Trim(), StringComparison.Ordinal))
            {
                continue;
            }

            if (found is not null)
            {
                // Two people of one name: the event does not say which, so nobody is named.
                return null;
            }

            found = player.Slot;
        }

        return found;
    }

    private static string? Text(JsonElement told, ReadOnlySpan<byte> name)
    {
        var value = told.Member(name);
        return value.ValueKind == JsonValueKind.String && value.ReadString() is { Length: > 0 } text ? text : null;
    }

    private static string? Number(JsonElement told, ReadOnlySpan<byte> name)
    {
        var value = told.Member(name);
        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
    }
}
