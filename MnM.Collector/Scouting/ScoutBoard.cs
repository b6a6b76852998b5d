using System.Collections.Immutable;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;

namespace MnM.Collector.Scouting;

/// <summary>Makes what is shown of what is known. Pure.</summary>
internal static class ScoutBoard
{
    /// <summary>The state to show.</summary>
    /// <param name="game">Who sits where.</param>
    /// <param name="dossiers">What is known of them, by Riot ID.</param>
    /// <param name="catalog">Knows the champions.</param>
    /// <param name="time">The clock.</param>
    public static ScoutingState Draw(ScoutGame game, ImmutableDictionary<RiotName, Dossier> dossiers, StaticCatalog catalog, TimeProvider time)
    {
        var you = game.Seats.FirstOrDefault(seat => seat.IsYou)?.Name is { } name ? dossiers.GetValueOrDefault(name) : null;

        var isOver = game.Phase == ScoutingPhase.PostGame;

        // During a game who belongs together would be news to the player; before and after it is no advantage.
        var premades = game.Phase == ScoutingPhase.InGame ? ImmutableDictionary<Puuid, string>.Empty : Premades(game, dossiers);
        ImmutableArray<ScoutCard> cards = [.. game.Seats.Select(seat => Card(seat, seat.Name is { } who ? dossiers.GetValueOrDefault(who) : null))];
        ImmutableArray<ScoutCard> blue = [.. cards.Where(card => card.Side == ScoutSide.Blue)];
        ImmutableArray<ScoutCard> red = [.. cards.Where(card => card.Side == ScoutSide.Red)];
        return new ScoutingState
        {
            Phase = game.Phase,
            QueueId = game.QueueId,
            GameMode = game.Mode,
            Blue = blue,
            Red = red,
            BlueRank = TeamRankRules.Average(blue),
            RedRank = TeamRankRules.Average(red),
        };

        ScoutCard Card(ScoutSeat seat, Dossier? dossier)
        {
            var card = new ScoutCard
            {
                Slot = seat.Slot,
                Side = seat.Side,
                Position = seat.Position,
                Name = seat.Name?.GameName ?? seat.Stand,
                TagLine = seat.Name?.TagLine ?? "",
                IsHidden = seat.IsHidden,
                IsYou = seat.IsYou,
                IsBot = seat.IsBot,
                ChampionId = seat.ChampionId,
                ChampionName = seat.ChampionName,
            };
            if (dossier is null)
            {
                return card;
            }

            card = card with
            {
                PlayerId = dossier.Player?.Id,
                Profile = Shown(dossier.Profile, isOver),
                Ranks = Shown(dossier.Ranks, isOver),
                Mastery = seat.ChampionId == 0
                    ? new(ScoutPartState.None)
                    : Shown(new ScoutPart<PlayerMastery>(
                        dossier.Masteries.State, dossier.Masteries.Value?.Of(seat.ChampionId), dossier.Masteries.FetchedAt, dossier.Masteries.Reason), isOver),
                Met = seat.IsYou ? null : dossier.Met,
                PremadeGroup = dossier.Player is { } player ? premades.GetValueOrDefault(player.Puuid) : null,
                Form = dossier.FormWith(seat.ChampionId, you?.Player, isOver),
                RequestsWaiting = isOver ? 0 : dossier.Waiting,
            };
            return card with { Tags = TagRules.Of(card, id => catalog.ChampionOf(id)?.Name ?? $"Champion {id}", time) };
        }
    }

    /// <summary>After the game nothing comes any more of what was not asked for.</summary>
    private static ScoutPart<T> Shown<T>(ScoutPart<T> part, bool isOver)
        where T : class =>
        isOver && part.State == ScoutPartState.Loading ? new(ScoutPartState.None) : part;

    private static ImmutableDictionary<Puuid, string> Premades(ScoutGame game, ImmutableDictionary<RiotName, Dossier> dossiers)
    {
        var sides = game.Seats.GroupBy(seat => seat.Side).Select(side => side
            .Select(seat => seat.Name is { } name ? dossiers.GetValueOrDefault(name)?.Player?.Puuid : null).OfType<Puuid>().ToImmutableArray());
        return PremadeRules.Guess(sides, [.. dossiers.Values.SelectMany(dossier => dossier.Matches.Values).DistinctBy(match => match.Id)]);
    }
}
