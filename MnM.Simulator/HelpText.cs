using MnM.Simulator.Chat;
using MnM.Simulator.Faults;
using MnM.Simulator.Lcu;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Simulator;

/// <summary>What the simulator says of its switches.</summary>
public static class HelpText
{
    public static string All { get; } = $"""
        Plays Riot's side of every interface: the game's Live Client API, the League client with its lockfile and socket, Riot's API, Data Dragon.
        Says where they are as NAME=value, then "ready", and runs until Ctrl+C.

        --live-port N          port of the game (0: any free one; so by default)
        --riot-port N          port of Riot's servers (0: any free one; so by default)
        --riot-key KEY         the key that Riot's API knows
        --riot-tft-key KEY     the one for Teamfight Tactics
        --riot-key-kind KIND   what both were given for (personal)
        --riot-latency N       milliseconds that an answer of Riot's API takes on average (0)
        --match-delay N        seconds from the end of a game until Riot's API has its match (120)
        --friends N            how many friends play a week of their own, beside the evening (0)
        --friends-hour H       how many hours of that week have passed at the start (116.5: Friday evening)
        --tft-ladder N         how many players stand on the ladder of Teamfight Tactics, whose past is fixed then (the usual 1500)
        --tft-matches N        how many matches they have played, each of eight of them (1000)
        --language-model       a language model answers too, on a port of its own
        --chat-faults A,B,...  what goes wrong with its answers, one after the other
        --lcu-dir DIR          folder of the League client, for its lockfile and root.pem (a fresh one by default)
        --speed X              seconds of game and evening for each real second, 0.1 to 10000 (1)
        --seed N               which games and mishaps there are (1)
        --match FILE           play this Match-v5 response once, with
        --timeline FILE        its timeline; either may hold many, one a line, and be gzipped
        --match-id ID          which match of such files
        --polls FILE...        serve these recorded responses of the game, one for each poll, instead of games
        --responses DIR        answers that lie ready: DIR/PATH.json for a request of /PATH, and DIR/{RecordedEvents.FileName}
                               with recorded events of the League client's socket, one a line, told one a second
        --faults A,B,...       what goes wrong; each fault of requests and frames takes every seventh
        --incidents A,B,...    what happens around every game; "{CommandLine.Drawn}": each game draws its own by the seed
        --log FILE             a JSON line for every request
        --exit-with-stdin      end when the standard input does
        --help                 this

        Kinds of key:
        {string.Join(Environment.NewLine, KebabCase<KeyKind>.Lines())}

        Faults:
        {string.Join(Environment.NewLine, KebabCase<Fault>.Lines())}

        Faults of the language model:
        {string.Join(Environment.NewLine, KebabCase<ChatFault>.Lines())}

        Incidents:
        {string.Join(Environment.NewLine, KebabCase<Incident>.Lines())}
        """;
}
