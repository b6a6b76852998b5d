using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live;

/// <summary>Reads activePlayer, which only the local player's client tells; while spectating it is an object with an error.</summary>
internal static class ActivePlayerReader
{
    private static readonly string[] Keys = ["Q", "W", "E", "R"];

    public static ActivePlayerView? Read(JsonElement told, ActivePlayerView? before, IReadOnlyList<PlayerView> players)
    {
        var stats = told.Member("championStats"u8);
        if (stats.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var riotId = told.Member("riotId"u8).ReadString(before?.RiotId ?? "", "");
        riotId = riotId.Length > 0 ? riotId : told.Member("summonerName"u8).ReadString(before?.RiotId ?? "", "");
        return new ActivePlayerView
        {
            RiotId = riotId,
            Slot = before is not null && before.RiotId == riotId ? before.Slot : Find(told, riotId, players),
            Level = told.Member("level"u8).ReadInt(),
            CurrentGold = told.Member("currentGold"u8).ReadDouble(),
            Abilities = ReadAbilities(told.Member("abilities"u8), before?.Abilities ?? []),
            Stats = ReadStats(stats, before?.Stats.ResourceType ?? ""),
        };
    }

    private static int? Find(JsonElement told, string riotId, IReadOnlyList<PlayerView> players)
    {
        var name = told.Member("riotIdGameName"u8).ReadString();
        var tag = riotId.LastIndexOf('#');
        name = name.Length > 0 ? name : tag > 0 ? riotId[..tag] : riotId;
        var tagLine = tag > 0 ? riotId[(tag + 1)..] : "";
        int? byName = null;
        foreach (var player in players)
        {
            if (name.Length == 0 || !player.DisplayName.Equals(name, StringComparison.Ordinal))
            {
                continue;
            }

            if (player.TagLine.Length > 0 && player.TagLine == tagLine)
            {
                return player.Slot;
            }

            // One recording says "x#EU10" here and "x" in the list, so a name alone must do; a bot never is the player.
            byName ??= player.IsBot ? null : player.Slot;
        }

        return byName;
    }

    private static ImmutableArray<AbilityView> ReadAbilities(JsonElement told, ImmutableArray<AbilityView> before)
    {
        if (told.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var read = new AbilityView[Keys.Length];
        var same = before.Length == Keys.Length;
        for (var i = 0; i < Keys.Length; i++)
        {
            var key = Keys[i];
            var ability = told.TryGetProperty(key, out var found) ? found : default;
            var rank = ability.Member("abilityLevel"u8).ReadInt();
            var known = before.Length == Keys.Length ? before[i] : null;
            var id = ability.Member("id"u8).ReadString(known?.Id ?? "", "");
            read[i] = known is not null && known.Rank == rank && known.Id == id
                ? known
                : new AbilityView(key, id, ability.Member("displayName"u8).ReadString(key), rank);
            same = same && ReferenceEquals(read[i], known);
        }

        return same ? before : [.. read];
    }

    private static ChampionStats ReadStats(JsonElement told, string resourceType) => new()
    {
        AbilityPower = told.Member("abilityPower"u8).ReadDouble(),
        AttackDamage = told.Member("attackDamage"u8).ReadDouble(),
        AbilityHaste = told.Member("abilityHaste"u8).ReadDouble(),
        Armor = told.Member("armor"u8).ReadDouble(),
        MagicResist = told.Member("magicResist"u8).ReadDouble(),
        MoveSpeed = told.Member("moveSpeed"u8).ReadDouble(),
        CurrentHealth = told.Member("currentHealth"u8).ReadDouble(),
        MaxHealth = told.Member("maxHealth"u8).ReadDouble(),
        ResourceType = told.Member("resourceType"u8).ReadString(resourceType, ""),
        ResourceValue = told.Member("resourceValue"u8).ReadDouble(),
        ResourceMax = told.Member("resourceMax"u8).ReadDouble(),
        MagicPenetrationFlat = told.Member("magicPenetrationFlat"u8).ReadDouble(),
        MagicPenetrationPercent = told.Member("magicPenetrationPercent"u8).ReadDouble(1),
        PhysicalLethality = told.Member("physicalLethality"u8).ReadDouble(),
        ArmorPenetrationPercent = told.Member("armorPenetrationPercent"u8).ReadDouble(1),
        CritChance = told.Member("critChance"u8).ReadDouble(),
        AttackSpeed = told.Member("attackSpeed"u8).ReadDouble(),
        LifeSteal = told.Member("lifeSteal"u8).ReadDouble(),
    };
}
