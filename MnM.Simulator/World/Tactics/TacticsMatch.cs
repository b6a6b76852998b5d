using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Tactics;

/// <summary>A match of Teamfight Tactics as tft-match-v1 tells it: eight places, better boards before worse ones as a rule.</summary>
internal sealed class TacticsMatch(SeasonGame game, string platform)
{
    private const int Ranked = 1100;
    private const int Normal = 1090;
    private readonly TacticsSet _set = TacticsSet.At(game.Start);

    public string MatchId => $"{platform.ToUpperInvariant()}_{game.GameId}";

    public SeasonGame Game => game;

    public int QueueId => game.Draw(2).Next(8) == 0 ? Normal : Ranked;

    public TimeSpan Length => TimeSpan.FromMinutes(Play().Minutes);

    /// <summary>The winner first.</summary>
    public ImmutableArray<Person> Ranking => [.. Play().Ranking.Select(one => one.Person)];

    public JsonObject Write()
    {
        var (minutes, ranking) = Play();
        var end = game.Start.AddMinutes(minutes);
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["data_version"] = "6",
                ["match_id"] = MatchId,
                ["participants"] = new JsonArray([.. game.People.Select(person => (JsonNode)person.Puuid)]),
            },
            ["info"] = new JsonObject
            {
                ["endOfGameResult"] = "GameComplete",
                ["gameCreation"] = game.Start.ToUnixTimeMilliseconds(),
                ["gameId"] = game.GameId,
                ["game_datetime"] = end.ToUnixTimeMilliseconds(),
                ["game_length"] = (minutes * 60) + 0.5,
                ["game_version"] = _set.GameVersion,
                ["mapId"] = 22,
                ["participants"] = new JsonArray([.. ranking.Select((one, index) => (JsonNode)Participant(one.Person, one.Board, index + 1, minutes))]),
                ["queueId"] = QueueId,
                ["queue_id"] = QueueId,
                ["tft_game_type"] = "standard",
                ["tft_set_core_name"] = $"TFTSet{_set.Number}",
                ["tft_set_number"] = _set.Number,
            },
        };
    }

    private (int Minutes, ImmutableArray<(Person Person, TacticsBoard Board)> Ranking) Play()
    {
        var random = game.Draw(3);
        return (random.Next(30, 40),
        [
            .. game.People.Select(person => (person, board: TacticsBoard.Draw(random))).OrderByDescending(one => one.board.Strength + (10 * random.NextDouble())),
        ]);
    }

    private JsonObject Participant(Person person, TacticsBoard board, int placement, int minutes) => new()
    {
        ["companion"] = new JsonObject
        {
            ["content_ID"] = Account.PuuidOf(person.GameName, "companion"),
            ["item_ID"] = 41_000 + person.ProfileIcon,
            ["skin_ID"] = person.ProfileIcon,
            ["species"] = "PetPenguKnight",
        },
        ["gold_left"] = (person.SummonerLevel + placement) % 30,
        ["last_round"] = 38 - (2 * placement),
        ["level"] = board.Level,
        ["missions"] = new JsonObject { ["PlayerScore2"] = 20 * (9 - placement) },
        ["placement"] = placement,
        ["players_eliminated"] = _set.IsUnreal ? 0 : Math.Max(0, 4 - placement),
        ["puuid"] = person.Puuid,
        ["riotIdGameName"] = person.GameName,
        ["riotIdTagline"] = person.TagLine,
        ["time_eliminated"] = (minutes * 60) - (110.25 * (placement - 1)),
        ["total_damage_to_players"] = _set.IsUnreal ? 0 : 16 * (9 - placement),
        ["traits"] = new JsonArray([.. board.Traits.OrderBy(trait => trait.Name, StringComparer.Ordinal).Select(trait => (JsonNode)new JsonObject
        {
            ["name"] = $"{_set.Prefix}_{trait.Name}",
            ["num_units"] = trait.Units,
            ["style"] = trait.Tier,
            ["tier_current"] = trait.Tier,
            ["tier_total"] = TacticsBoard.Steps,
        })]),
        ["units"] = new JsonArray([.. board.Units.Select(one => (JsonNode)new JsonObject
        {
            ["character_id"] = $"{_set.Prefix}_{one.Unit.Name}",
            ["itemNames"] = new JsonArray([.. one.Items.Select(item => (JsonNode)item)]),
            ["name"] = "",
            ["rarity"] = one.Unit.Rarity,
            ["tier"] = one.Stars,
        })]),
        ["win"] = placement <= 4,
    };
}
