using System.Globalization;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>A participant as the League client knows them: bots have no ids, and those whom streamer mode hides have none that say anything.</summary>
internal static class LcuPerson
{
    /// <summary>What stands where a bot has no summoner spell: the largest number of 64 bits.</summary>
    public const ulong NoSpell = ulong.MaxValue;

    public static string Puuid(ScriptParticipant one) => IsUnknown(one) ? "" : Account.PuuidOf(one.GameName, one.TagLine);

    public static long SummonerId(ScriptParticipant one) => IsUnknown(one) ? 0 : Account.SummonerIdOf(one.GameName, one.TagLine);

    public static ulong Spell(ScriptParticipant one, int index) => one.IsBot ? NoSpell : (ulong)one.Spells[index];

    public static string GameName(ScriptParticipant one) => one.IsBot ? "" : one.GameName;

    public static string TagLine(ScriptParticipant one) => one.IsBot ? "" : one.TagLine;

    /// <summary>Ids that stand for a hidden person in one game and mean nothing outside it.</summary>
    public static (string Puuid, long SummonerId) Obfuscated(long gameId, int cell)
    {
        var salt = gameId.ToString(CultureInfo.InvariantCulture);
        return (Account.PuuidOf(salt, $"{cell}"), Account.SummonerIdOf(salt, $"{cell}"));
    }

    public static string Position(ScriptParticipant one) => one.Position.ToLowerInvariant();

    private static bool IsUnknown(ScriptParticipant one) => one.IsBot || one.GameName.Length == 0;
}
