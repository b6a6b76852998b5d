using System.Collections.Immutable;

namespace MnM.Collector.Live;

/// <summary>Sums players and events up to what each team has.</summary>
public static class TeamTally
{
    /// <summary>The teams in order: blue, red, then others as they appear.</summary>
    public static ImmutableArray<TeamView> Sum(ImmutableArray<PlayerView> players, ImmutableArray<GameEventView> events)
    {
        var teams = players.Select(player => player.Team).Distinct().OrderBy(team => team switch { TeamView.Blue => 0, TeamView.Red => 1, _ => 2 });
        return [.. teams.Select(team => Sum(team, players, events))];
    }

    private static TeamView Sum(string team, ImmutableArray<PlayerView> players, ImmutableArray<GameEventView> events)
    {
        int kills = 0, value = 0, towers = 0, inhibitors = 0, barons = 0, grubs = 0, heralds = 0, atakhans = 0;
        var dragons = ImmutableArray<string>.Empty;
        foreach (var player in players)
        {
            if (player.Team == team)
            {
                kills += player.Kills;
                value += player.ItemValue;
            }
        }

        foreach (var told in events)
        {
            if (told.Team != team)
            {
                continue;
            }

            switch (told.Name)
            {
                case "TurretKilled": towers++; break;
                case "InhibKilled": inhibitors++; break;
                case "DragonKill": dragons = dragons.Add(told.Detail ?? "?"); break;
                case "BaronKill": barons++; break;
                case "HordeKill": grubs++; break;
                case "HeraldKill": heralds++; break;
                case "AtakhanKill": atakhans++; break;
            }
        }

        return new TeamView(team, kills, towers, inhibitors, dragons, barons, grubs, heralds, atakhans, value);
    }
}
