using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

public sealed class MatchScriptTests
{
    [Fact]
    public void Without_an_end_stamp_the_duration_is_in_milliseconds()
    {
        var builder = new ScriptBuilder();
        builder.Info["gameDuration"] = 1_200_500;
        builder.Info.Remove("gameEndTimestamp");

        Assert.Equal(1200.5, builder.Read().Duration);
    }

    [Fact]
    public void The_end_that_the_timeline_tells_goes_before_the_duration() =>
        Assert.Equal(1199.25, new ScriptBuilder().With("GAME_END", 1199.25).Read().Duration);

    [Fact]
    public void An_empty_new_name_falls_back_to_the_older_ones()
    {
        var builder = new ScriptBuilder();
        builder.Participant(1)["riotIdGameName"] = "";
        builder.Participant(1)["riotIdName"] = "Older";
        builder.Participant(2).Remove("riotIdGameName");
        builder.Participant(2)["summonerName"] = "Oldest";

        Assert.Equal(["Older", "Oldest"], builder.Read().Participants.Take(2).Select(one => one.GameName));
    }

    [Fact]
    public void Bots_are_known_by_their_shared_puuid_and_have_no_riot_id()
    {
        var builder = new ScriptBuilder();
        builder.Participant(3)["puuid"] = "BOT";
        builder.Participant(4)["puuid"] = "BOT";

        var bots = Poll.Players(Poll.At(builder.Play(), 10)).Where(one => (bool)one["isBot"]!).ToList();
        Assert.Equal(2, bots.Count);
        Assert.All(bots, bot => Assert.Null(bot["riotId"]));
    }

    [Fact]
    public void Only_wards_and_levels_come_twice_by_mistake()
    {
        var builder = new ScriptBuilder();
        foreach (var _ in (int[])[1, 2])
        {
            builder.With("WARD_PLACED", 70, ("creatorId", 1), ("wardType", "YELLOW_TRINKET")).With("LEVEL_UP", 80, ("participantId", 1), ("level", 2))
                .Item("PURCHASED", 90, 2003);
        }

        Assert.Equal(["WARD_PLACED", "LEVEL_UP", "ITEM_PURCHASED", "ITEM_PURCHASED"], builder.Read().Events.Select(one => one.Type));
    }

    [Fact]
    public void A_match_without_people_or_a_timeline_without_frames_is_refused()
    {
        var builder = new ScriptBuilder();

        var frames = Assert.Throws<FormatException>(() => MatchScriptReader.Read(builder.Match, []));
        var people = Assert.Throws<FormatException>(() => MatchScriptReader.Read(new JsonObject { ["info"] = new JsonObject() }, []));
        Assert.Contains("no frames", frames.Message, StringComparison.Ordinal);
        Assert.Contains("no participants", people.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_players_without_a_position_are_played_too()
    {
        var builder = new ScriptBuilder();
        builder.Info["gameMode"] = "CHERRY";
        builder.Info["mapId"] = 30;
        var more = builder.Info["participants"]!.AsArray();
        for (var id = 5; id <= 8; id++)
        {
            var one = builder.Participant(1).DeepClone().AsObject();
            (one["participantId"], one["riotIdGameName"], one["champLevel"]) = (id, $"Name {id}", 28);
            more.Add(one);
        }

        var poll = Poll.At(builder.Kill(30, 5, 8).Play(), 2000);
        Assert.Equal(8, Poll.Players(poll).Count());
        Assert.Contains(Poll.Players(poll), one => (int)one["level"]! == 28 && (string?)one["position"] == "");
        Assert.Equal(("CHERRY", "Map30"), ((string?)poll["gameData"]!["gameMode"], (string?)poll["gameData"]!["mapName"]));
    }

    [Fact]
    public void A_line_of_many_is_chosen_by_its_match_id()
    {
        var path = Path.GetTempFileName() + ".jsonl";
        var builder = new ScriptBuilder();
        var first = builder.Match.ToJsonString();
        File.WriteAllText(path, first + "\n" + first.Replace("EUW1_1", "EUW1_2", StringComparison.Ordinal) + "\n");

        Assert.Equal("EUW1_2", (string?)MatchFile.Read(path, "EUW1_2")["metadata"]!["matchId"]);
        Assert.Throws<FormatException>(() => MatchFile.Read(path, "EUW1_3"));
        File.Delete(path);
    }
}
