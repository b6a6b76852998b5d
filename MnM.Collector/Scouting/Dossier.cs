using System.Collections.Immutable;
using MnM.Collector.Players;

namespace MnM.Collector.Scouting;

/// <summary>What is known of one player while a game is scouted.</summary>
internal sealed record Dossier(RiotName Name)
{
    /// <summary>How many games are fetched before all others of the game have as many.</summary>
    public const int UrgentGames = 5;

    /// <summary>Who it is; null until that is found out.</summary>
    public KnownPlayer? Player { get; init; }
    public ScoutPart<PlayerProfile> Profile { get; init; } = new(ScoutPartState.Loading);
    public ScoutPart<PlayerRanks> Ranks { get; init; } = new(ScoutPartState.Loading);
    public ScoutPart<MasteryList> Masteries { get; init; } = new(ScoutPartState.Loading);

    /// <summary>How Riot's list of the last matches stands; its value is the list.</summary>
    public ScoutPart<MatchList> Listed { get; init; } = new(ScoutPartState.Loading);

    /// <summary>Matches that are there, by their ids.</summary>
    public ImmutableDictionary<string, FormMatch> Matches { get; init; } = ImmutableDictionary<string, FormMatch>.Empty;

    /// <summary>Matches of the list that Riot does not show, or that have no result.</summary>
    public ImmutableHashSet<string> Closed { get; init; } = [];

    /// <summary>Matches that could not be had, and why.</summary>
    public ImmutableDictionary<string, string> Failed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Games with and against you; null until you and the player are known.</summary>
    public MetBefore? Met { get; init; }

    /// <summary>Matches of the list that may still come, the newest first.</summary>
    public IEnumerable<string> Missing => (Listed.Value?.Ids ?? []).Where(id => !Matches.ContainsKey(id) && !Closed.Contains(id) && !Failed.ContainsKey(id));

    /// <summary>Questions to Riot that are planned or under way.</summary>
    public int Waiting =>
        (Player is null && !Profile.IsSettled ? 1 : 0)
        + (Profile.IsSettled ? 0 : 1) + (Ranks.IsSettled ? 0 : 1) + (Masteries.IsSettled ? 0 : 1) + (Listed.IsSettled ? 0 : 1)
        + Missing.Count();

    /// <summary>Whether everything but matches has come that will.</summary>
    public bool IsHeadSettled => Profile.IsSettled && Ranks.IsSettled && Masteries.IsSettled && Listed.IsSettled;

    /// <summary>Takes over what the database knows; what is old is asked for again.</summary>
    public Dossier With(KnownPlayer player, DateTimeOffset now) => this with
    {
        Player = player,
        Profile = Part(player.Profile, Freshness.Profile, now),
        Ranks = Part(player.Ranks, Freshness.Ranks, now),
        Masteries = Part(player.Masteries, Freshness.Masteries, now),
    };

    /// <summary>Whether something failed that may come if it is asked for again.</summary>
    public bool MayCome => Profile.MayCome || Ranks.MayCome || Masteries.MayCome || Listed.MayCome || !Failed.IsEmpty;

    /// <summary>What was to come does not come.</summary>
    /// <param name="reason">A sentence for people.</param>
    /// <param name="mayCome">Whether it may if it is asked for again.</param>
    public Dossier Fail(string reason, bool mayCome) => this with
    {
        Profile = Fail(Profile, reason, mayCome),
        Ranks = Fail(Ranks, reason, mayCome),
        Masteries = Fail(Masteries, reason, mayCome),
        Listed = Fail(Listed, reason, mayCome),
    };

    /// <summary>What failed is asked for once more: all of it, or what may come.</summary>
    public Dossier Again(bool all) => this with
    {
        Profile = Again(Profile, all),
        Ranks = Again(Ranks, all),
        Masteries = Again(Masteries, all),
        Listed = Again(Listed, all),
        Failed = ImmutableDictionary<string, string>.Empty,
    };

    /// <summary>The form as far as it is there.</summary>
    /// <param name="pick">The champion that is picked; 0 for none.</param>
    /// <param name="you">You; null where you are not known.</param>
    /// <param name="isOver">Whether nothing more is fetched.</param>
    public ScoutForm FormWith(int pick, KnownPlayer? you, bool isOver)
    {
        if (Player is not { Puuid: var puuid })
        {
            return ScoutForm.None with { State = Listed.State, Reason = Listed.Reason };
        }

        // Until the list is there, what the database has of the player is the best that is known.
        var ids = Listed.Value?.Ids.ToHashSet(StringComparer.Ordinal);
        var newest = (Listed.Value?.Ids ?? []).TakeWhile(id => Matches.ContainsKey(id) || Closed.Contains(id)).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<FormGame> games =
        [
            .. Matches.Values.Where(match => ids?.Contains(match.Id) ?? true).Select(match => match.GameOf(puuid)).OfType<FormGame>()
                .OrderByDescending(game => game.StartedAt).Take(ScoutForm.Wanted),
        ];
        var unbroken = games.TakeWhile(game => newest.Contains(game.MatchId)).Count();
        return FormRules.Count(games, unbroken, pick, game => you is not null && you.Puuid != puuid && Matches[game.MatchId].AreTogether(you.Puuid, puuid) == true) with
        {
            State = !isOver && (!Listed.IsSettled || Missing.Any()) ? ScoutPartState.Loading
                : Listed.State == ScoutPartState.Failed || !Failed.IsEmpty ? ScoutPartState.Failed
                : ScoutPartState.Ready,
            Reason = Listed.Reason ?? Failed.Values.FirstOrDefault(),
            Listed = Listed.Value?.Ids.Length,
            Closed = Closed.Count,
        };
    }

    private static ScoutPart<T> Part<T>(Dated<T>? known, TimeSpan lifetime, DateTimeOffset now)
        where T : class =>
        known is null ? new(ScoutPartState.Loading)
        : new(Freshness.IsFresh(known.At, lifetime, now) ? ScoutPartState.Ready : ScoutPartState.Renewing, known.Value, known.At);

    private static ScoutPart<T> Fail<T>(ScoutPart<T> part, string reason, bool mayCome)
        where T : class =>
        part.IsSettled ? part : part with { State = ScoutPartState.Failed, Reason = reason, MayCome = mayCome };

    private static ScoutPart<T> Again<T>(ScoutPart<T> part, bool all)
        where T : class =>
        part.State != ScoutPartState.Failed || !(all || part.MayCome)
            ? part
            : part with { State = part.Value is null ? ScoutPartState.Loading : ScoutPartState.Renewing, Reason = null, MayCome = false };
}

/// <summary>The ids of a player's last matches, the newest first.</summary>
internal sealed record MatchList(ImmutableArray<string> Ids);
