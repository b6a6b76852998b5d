using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using MnM.Collector.Riot.Wire;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live;

/// <summary>Reads one entry of allPlayers, reusing whatever did not change since the poll before.</summary>
internal static class PlayerReader
{
    public static PlayerView Read(JsonElement person, int slot, PlayerView? before, StaticCatalog catalog)
    {
        var fields = new Fields();
        if (person.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in person.EnumerateObject())
            {
                Take(ref fields, JsonMarshal.GetRawUtf8PropertyName(member), member.Value);
            }
        }

        var champion = fields.Champion.ReadString(before?.ChampionName ?? "", "");
        var gameName = fields.GameName.ReadString(before?.GameName ?? "", "");
        var items = ReadItems(fields.Items, before, catalog);
        var spells = fields.Spells;
        var runes = fields.Runes;
        return new PlayerView
        {
            Slot = slot,
            Team = fields.Team.ReadString(before?.Team ?? "", ""),
            ChampionName = champion,
            ChampionAlias = ReadAlias(fields.RawChampion, champion, before),
            GameName = gameName,
            TagLine = fields.TagLine.ReadString(before?.TagLine ?? "", ""),
            DisplayName = DisplayName(gameName, fields.Summoner, champion, before),
            Position = ReadPosition(fields.Position, before),
            IsActivePlayer = before?.IsActivePlayer ?? false,
            IsBot = fields.IsBot.ReadBool(),
            IsDead = fields.IsDead.ReadBool(),
            RespawnTimer = Math.Max(0, fields.Respawn.ReadDouble()),
            Level = fields.Level.ReadInt(),
            SkinId = fields.Skin.ReadInt(),
            Kills = fields.Scores.Member("kills"u8).ReadInt(),
            Deaths = fields.Scores.Member("deaths"u8).ReadInt(),
            Assists = fields.Scores.Member("assists"u8).ReadInt(),
            CreepScore = fields.Scores.Member("creepScore"u8).ReadInt(),
            WardScore = fields.Scores.Member("wardScore"u8).ReadDouble(),
            Items = items,
            ItemValue = Sum(items),
            Spell1 = ReadSpell(spells.Member("summonerSpellOne"u8), before?.Spell1, catalog),
            Spell2 = ReadSpell(spells.Member("summonerSpellTwo"u8), before?.Spell2, catalog),
            Keystone = ReadRune(runes.Member("keystone"u8), before?.Keystone),
            PrimaryTree = ReadRune(runes.Member("primaryRuneTree"u8), before?.PrimaryTree),
            SecondaryTree = ReadRune(runes.Member("secondaryRuneTree"u8), before?.SecondaryTree),
        };
    }

    private static void Take(ref Fields fields, ReadOnlySpan<byte> name, JsonElement value)
    {
        if (name.SequenceEqual("championName"u8)) { fields.Champion = value; }
        else if (name.SequenceEqual("rawChampionName"u8)) { fields.RawChampion = value; }
        else if (name.SequenceEqual("team"u8)) { fields.Team = value; }
        else if (name.SequenceEqual("scores"u8)) { fields.Scores = value; }
        else if (name.SequenceEqual("items"u8)) { fields.Items = value; }
        else if (name.SequenceEqual("level"u8)) { fields.Level = value; }
        else if (name.SequenceEqual("isDead"u8)) { fields.IsDead = value; }
        else if (name.SequenceEqual("isBot"u8)) { fields.IsBot = value; }
        else if (name.SequenceEqual("respawnTimer"u8)) { fields.Respawn = value; }
        else if (name.SequenceEqual("riotIdGameName"u8)) { fields.GameName = value; }
        else if (name.SequenceEqual("riotIdTagLine"u8)) { fields.TagLine = value; }
        else if (name.SequenceEqual("summonerName"u8)) { fields.Summoner = value; }
        else if (name.SequenceEqual("position"u8)) { fields.Position = value; }
        else if (name.SequenceEqual("skinID"u8)) { fields.Skin = value; }
        else if (name.SequenceEqual("summonerSpells"u8)) { fields.Spells = value; }
        else if (name.SequenceEqual("runes"u8)) { fields.Runes = value; }
    }

    private static string ReadAlias(JsonElement raw, string champion, PlayerView? before)
    {
        // "game_character_displayname_MonkeyKing" is the one name that is the same in every language.
        var text = raw.ValueKind == JsonValueKind.String ? raw.Raw()[1..^1] : default;
        var alias = text[(text.LastIndexOf((byte)'_') + 1)..];
        if (alias.IsEmpty)
        {
            return before is not null && before.ChampionName == champion ? before.ChampionAlias : champion;
        }

        return before is not null && System.Text.Ascii.Equals(alias, before.ChampionAlias)
            ? before.ChampionAlias
            : System.Text.Encoding.UTF8.GetString(alias);
    }

    private static string DisplayName(string gameName, JsonElement summoner, string champion, PlayerView? before)
    {
        if (gameName.Length > 0)
        {
            return gameName;
        }

        var name = summoner.ReadString();
        var tag = name.LastIndexOf('#');
        name = (tag > 0 ? name[..tag] : name).Trim();
        name = name.Length > 0 ? name : champion;
        return before is not null && before.DisplayName == name ? before.DisplayName : name;
    }

    private static string ReadPosition(JsonElement position, PlayerView? before)
    {
        var text = position.ReadString(before?.Position ?? "", "");
        return text is "NONE" or "Invalid" ? "" : text;
    }

    private static ImmutableArray<ItemView> ReadItems(JsonElement items, PlayerView? before, StaticCatalog catalog)
    {
        if (items.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var known = before?.Items ?? [];
        var count = items.GetArrayLength();
        var read = new ItemView[count];
        var same = known.Length == count;
        var place = 0;
        foreach (var item in items.EnumerateArray())
        {
            read[place] = ReadItem(item, place < known.Length ? known[place] : null, catalog);
            same = same && ReferenceEquals(read[place], known[place]);
            place++;
        }

        if (same)
        {
            return known;
        }

        Array.Sort(read, static (a, b) => a.Place.CompareTo(b.Place));
        return ImmutableCollectionsMarshal.AsImmutableArray(read);
    }

    private static ItemView ReadItem(JsonElement item, ItemView? before, StaticCatalog catalog)
    {
        var id = item.Member("itemID"u8).ReadInt();
        var place = item.Member("slot"u8).ReadInt();
        var count = Math.Max(1, item.Member("count"u8).ReadInt(1));
        var known = catalog.Items.GetValueOrDefault(id);
        var value = known?.TotalGold ?? Math.Max(0, item.Member("price"u8).ReadInt());
        if (before is not null && before.ItemId == id && before.Place == place && before.Count == count && before.Value == value)
        {
            return before;
        }

        var name = item.Member("displayName"u8).ReadString();
        return new ItemView(id, name.Length > 0 ? name : known?.Name ?? $"Item {id}", place, count, value);
    }

    private static int Sum(ImmutableArray<ItemView> items)
    {
        long sum = 0;
        foreach (var item in items)
        {
            sum += (long)item.Value * item.Count;
        }

        return (int)Math.Min(sum, int.MaxValue);
    }

    private static SpellView? ReadSpell(JsonElement spell, SpellView? before, StaticCatalog catalog)
    {
        if (spell.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // "GeneratedTip_SummonerSpell_SummonerFlash_DisplayName": the alias stands between the second and the last underscore.
        var raw = spell.Member("rawDisplayName"u8).ReadString(before?.RawName ?? "", "");
        if (before is not null && before.RawName == raw)
        {
            return before;
        }

        var parts = raw.Split('_');
        var alias = parts.Length >= 4 ? string.Join('_', parts[2..^1]) : raw;
        var name = spell.Member("displayName"u8).ReadString();
        return new SpellView(alias, name.Length > 0 ? name : catalog.Spells.GetValueOrDefault(alias)?.Name ?? alias, raw);
    }

    private static RuneView? ReadRune(JsonElement rune, RuneView? before)
    {
        if (rune.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var id = rune.Member("id"u8).ReadInt();
        return before is not null && before.Id == id ? before : new RuneView(id, rune.Member("displayName"u8).ReadString($"Rune {id}"));
    }

    private ref struct Fields
    {
        public JsonElement Champion, RawChampion, Team, Scores, Items, Level, IsDead, IsBot, Respawn, GameName, TagLine, Summoner, Position, Skin, Spells, Runes;
    }
}
