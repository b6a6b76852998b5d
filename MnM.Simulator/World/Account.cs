using System.Security.Cryptography;
using System.Text;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World;

/// <summary>Who is logged in to the League client.</summary>
/// <param name="GameName">The Riot ID before the #.</param>
/// <param name="TagLine">The Riot ID after the #.</param>
/// <param name="ProfileIconId">The picture.</param>
/// <param name="Level">The account's level.</param>
public sealed record Account(string GameName, string TagLine, int ProfileIconId, int Level)
{
    /// <summary>Where it plays, in capitals.</summary>
    public string Platform { get; init; } = "EUW1";

    /// <summary>The name that the client gives to that platform.</summary>
    public string Region => Platform switch
    {
        "BR1" => "BR",
        "EUN1" => "EUNE",
        "EUW1" => "EUW",
        "JP1" => "JP",
        "LA1" => "LAN",
        "LA2" => "LAS",
        "NA1" => "NA",
        "OC1" => "OCE",
        "TR1" => "TR",
        _ => Platform,
    };

    /// <summary>The local player of every written game.</summary>
    public static Account Main { get; } = Of(Cast.Local);

    /// <summary>Another account of the same person.</summary>
    public static Account Second { get; } = Of(Cast.Second);

    /// <summary>The id that the client knows a person by: the bare one, not the one that Riot's API encrypts for each key.</summary>
    public string Puuid => PuuidOf(GameName, TagLine);

    public long SummonerId => SummonerIdOf(GameName, TagLine);

    public static string PuuidOf(string gameName, string tagLine)
    {
        var id = Hash(gameName, tagLine).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0f) | 0x50);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new Guid(id, bigEndian: true).ToString();
    }

    public static long SummonerIdOf(string gameName, string tagLine) =>
        2_000_000_000_000_000 + (long)(BitConverter.ToUInt64(Hash(gameName, tagLine), 16) % 1_900_000_000_000_000);

    private static Account Of(Person member) => new(member.GameName, member.TagLine, member.ProfileIcon, member.SummonerLevel);

    private static byte[] Hash(string gameName, string tagLine) => SHA256.HashData(Encoding.UTF8.GetBytes($"{gameName}#{tagLine}"));
}
