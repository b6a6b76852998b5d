using System.Security.Cryptography;
using System.Text;

namespace MnM.Simulator.World.People;

/// <summary>An invented player.</summary>
/// <param name="GameName">The Riot ID before the #.</param>
/// <param name="TagLine">The Riot ID after the #.</param>
/// <param name="Puuid">The id that keys of League of Legends see.</param>
/// <param name="ProfileIcon">The picture.</param>
/// <param name="SummonerLevel">The account's level.</param>
public sealed record Person(string GameName, string TagLine, string Puuid, int ProfileIcon, int SummonerLevel)
{
    public string RiotId => $"{GameName}#{TagLine}";

    /// <summary>Who has that Riot ID; the same one always is the same person.</summary>
    public static Person Of(string riotId) => Of(riotId, PuuidFrom(riotId));

    /// <summary>Who has that Riot ID, with an id that a match told.</summary>
    public static Person Of(string riotId, string puuid)
    {
        var (name, hash) = (riotId.Split('#'), Hash(riotId));
        return new Person(name[0], name[^1], puuid, 1 + (BitConverter.ToUInt16(hash, 0) % 28), 40 + (BitConverter.ToUInt16(hash, 2) % 900));
    }

    /// <summary>The id that keys of a product see.</summary>
    public string PuuidFor(string product) => product == Products.League ? Puuid : PuuidFrom($"{product} {Puuid}");

    /// <summary>A generator for one trait of this person: always the same for the same trait.</summary>
    public Random Trait(string name) => new(BitConverter.ToInt32(Hash($"{name} {Puuid}"), 4));

    /// <summary>Seventy-eight characters of the alphabet that real ids use.</summary>
    private static string PuuidFrom(string text) => Convert.ToBase64String(Hash(text)).Replace('+', '-').Replace('/', '_')[..78];

    private static byte[] Hash(string text) => SHA512.HashData(Encoding.UTF8.GetBytes(text));
}
