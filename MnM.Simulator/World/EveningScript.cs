using System.Collections.Immutable;
using MnM.Simulator.Faults;

namespace MnM.Simulator.World;

/// <summary>Writes an evening: the League client starts, games are found, chosen for, played and left, one after the other.</summary>
public static class EveningScript
{
    /// <summary>Faults of whole games that are also something which happens.</summary>
    private static readonly ImmutableArray<(Fault Fault, Incident Incident)> OfFaults =
    [
        (Fault.Spectator, Incident.Watched),
        (Fault.Bots, Incident.Custom),
        (Fault.StaleLockfile, Incident.ClientCrash),
        (Fault.OverwrittenLockfile, Incident.ClientRestart),
    ];

    /// <summary>The steps, drawn as they are asked for; the same options and games always give the same.</summary>
    public static IEnumerable<EveningStep> Write(GameSupply supply, EveningOptions options)
    {
        var pace = new Pace(options.Speed);
        var account = Account.Main;
        for (var index = 0; index < (options.Games ?? int.MaxValue) && supply.Next(index) is { } next; index++)
        {
            var incidents = With(options, index);
            var game = Dressed(next, account, incidents, options);
            var begins = options.BeginsWithGame && index == 0;
            account = index == 0 ? AccountOf(game) : account;
            if (index == 0)
            {
                foreach (var step in Opening(pace, account, begins))
                {
                    yield return step;
                }
            }

            var random = new Random(unchecked((options.Seed * 31) + index));
            foreach (var step in ClientMishaps.Into([.. new GameSteps(game, incidents, pace, random).Write(begins)], incidents, pace, random))
            {
                yield return step;
            }

            if (incidents.Contains(Incident.AccountSwitch))
            {
                account = account == Account.Second ? Account.Main : Account.Second;
                yield return new EveningStep(pace.Of(6)) { Phase = GameflowPhase.None, Client = ClientChange.Close };
                yield return new EveningStep(pace.Of(4)) { Client = ClientChange.Launch, Account = account };
                yield return new EveningStep(pace.Of(5)) { Client = ClientChange.Listen };
            }
        }

        yield return new EveningStep(TimeSpan.Zero) { Phase = GameflowPhase.None };
    }

    private static IEnumerable<EveningStep> Opening(Pace pace, Account account, bool begins)
    {
        yield return new EveningStep(begins ? TimeSpan.Zero : pace.Of(4)) { Client = ClientChange.Launch, Account = account };
        yield return new EveningStep(begins ? TimeSpan.Zero : pace.Of(5)) { Client = ClientChange.Listen };
    }

    private static ImmutableArray<Incident> With(EveningOptions options, int index) =>
        [.. options.IncidentsOf(index), .. OfFaults.Where(pair => options.Faults.Contains(pair.Fault)).Select(pair => pair.Incident)];

    private static PlayedGame Dressed(PlayedGame game, Account account, ImmutableArray<Incident> incidents, EveningOptions options)
    {
        game = account == Account.Second ? game.PlayedBy(account) : game;
        var queue = QueueOf(incidents) ?? game.Script.QueueId;
        game = queue == game.Script.QueueId ? game : game.InQueue(queue);
        var script = options.Faults.Contains(Fault.Bots) ? game.Script.WithBots(game.LocalParticipantId) : game.Script;
        var hides = options.Faults.Contains(Fault.Streamer);
        script = hides ? script.WithHiddenNames(game.LocalParticipantId, empty: (options.Seed + game.Index) % 2 == 0) : script;
        return game with
        {
            Script = script,
            HidesNames = hides,
            IsWatched = incidents.Contains(Incident.CustomWatched) || incidents.Contains(Incident.Watched),
        };
    }

    private static int? QueueOf(ImmutableArray<Incident> incidents)
    {
        foreach (var incident in incidents)
        {
            int? queue = incident switch
            {
                Incident.Custom or Incident.CustomWatched => 0,
                Incident.Normal => 400,
                Incident.Flex => 440,
                Incident.Clash => 700,
                _ => null,
            };
            if (queue is not null)
            {
                return queue;
            }
        }

        return null;
    }

    // A match that was read from a file is played by whoever it lists first.
    private static Account AccountOf(PlayedGame game) => game.Local.GameName == Account.Main.GameName
        ? Account.Main
        : new Account(game.Local.GameName, game.Local.TagLine, 1, 100) { Platform = game.Platform };
}
