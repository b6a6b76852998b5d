using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Past;

/// <summary>What Riot's servers tell of a match.</summary>
internal enum MatchAccess
{
    /// <summary>Everything.</summary>
    Open,

    /// <summary>Nothing to others than those who played it.</summary>
    Private,

    /// <summary>Nothing: it is listed, but its file is missing.</summary>
    Missing,
}

/// <summary>A match of League of Legends that was played before the evening; written when it is asked for.</summary>
internal sealed class PastMatch(SeasonGame game, string platform)
{
    private const int Swiftplay = 480;
    private const int Brawl = 2300;
    private const int Mayhem = 2400;
    private readonly int _kind = game.Draw(2).Next(100);

    public string MatchId => $"{platform.ToUpperInvariant()}_{game.GameId}";

    public SeasonGame Game => game;

    public MatchAccess Access => IsPrivate(QueueId) ? MatchAccess.Private : _kind == 5 ? MatchAccess.Missing : MatchAccess.Open;

    /// <summary>Whether its end says that it broke off, as of some games that did not.</summary>
    public bool IsAborted => _kind == 6;

    public int QueueId => _kind switch
    {
        < 3 => Swiftplay,
        < 5 => Mayhem,
        < 25 => 400,
        < 55 => 440,
        _ => 420,
    };

    /// <summary>Whether matches of a queue are told to nobody but those who played them.</summary>
    public static bool IsPrivate(int queue) => queue is Swiftplay or Brawl or Mayhem;

    public GeneratedGame Write()
    {
        var written = GameWriter.Write(new GameIdentity(game.GameId, game.Start, GameIdentity.VersionAt(game.Start), platform.ToUpperInvariant(), QueueId), game.People);
        if (IsAborted)
        {
            written.Match["info"]!["endOfGameResult"] = "Abort_Unexpected";
        }

        return written;
    }
}
