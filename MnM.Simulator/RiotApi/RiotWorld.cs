using System.Collections.Concurrent;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>What Riot's API knows: the people of every platform.</summary>
internal sealed class RiotWorld
{
    private readonly ConcurrentDictionary<string, Population> _platforms = new();

    /// <summary>The people of a platform; they come to be when they are first asked for.</summary>
    public Population On(string platform) => _platforms.GetOrAdd(platform, static name => new Population(name));

    /// <summary>Who has that Riot ID, on whichever platform.</summary>
    public (Population Home, Person Person)? FindRiotId(string gameName, string tagLine) => First(people => people.FindRiotId($"{gameName}#{tagLine}"));

    /// <summary>Who has that id to the keys of a product, on whichever platform.</summary>
    public (Population Home, Person Person)? FindPuuid(string product, string puuid) => First(people => people.FindPuuid(product, puuid));

    /// <summary>Answers about the person on the asked platform or in the asked region; the error that Riot gives where there is none.</summary>
    public RiotAnswer About(RiotRequest request, Func<Population, Person, RiotAnswer> answer)
    {
        var puuid = request["puuid"];
        if (FindPuuid(request.Product, puuid) is var (home, person) && (home.Platform == request.Route || RiotRoutes.RegionOf(home.Platform) == request.Route))
        {
            return answer(home, person);
        }

        // An id that another product's key got cannot be decrypted; neither can what is no id.
        return puuid.Length != 78 || (Other(request.Product) is var other && FindPuuid(other, puuid) is not null)
            ? RiotAnswer.Fault(400, $"Bad Request - Exception decrypting {puuid}")
            : RiotAnswer.NotFound("No results found for player");
    }

    private static string Other(string product) => product == Products.League ? Products.Tactics : Products.League;

    private (Population Home, Person Person)? First(Func<Population, Person?> find) => RiotRoutes.Platforms
        .OrderByDescending(platform => platform == Population.Home)
        .Select(On)
        .Select(people => find(people) is { } person ? (people, person) : ((Population, Person)?)null)
        .FirstOrDefault(found => found is not null);
}
