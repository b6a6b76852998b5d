using System.Collections.Immutable;

namespace MnM.Collector.Insights;

/// <summary>The figures of an insight. Whatever is told of it in words, each number comes from here.</summary>
public sealed record InsightReport
{
    /// <summary>See <see cref="InsightSubject.Key"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Who it is about. The name is data: it may say anything.</summary>
    public required InsightPerson Person { get; init; }

    /// <summary>What was counted, the first first: one for a match.</summary>
    public required ImmutableArray<InsightMatch> Matches { get; init; }

    /// <summary>The model that the chances come from; null while there is none.</summary>
    public ModelBasis? Model { get; init; }

    /// <summary>Why there are no chances, in a sentence for people; null where there are.</summary>
    public string? Silence { get; init; }

    /// <summary>The own side's chance to win minute by minute, after the fact; empty without a model, and for a player.</summary>
    public ImmutableArray<MinuteChance> Chances { get; init; } = [];

    /// <summary>What the person did and what was done to them, in order; of a player, what weighed most over all games.</summary>
    public ImmutableArray<InsightAction> Actions { get; init; } = [];

    /// <summary>Deaths, and kills with assists, that came close after one another, what weighed most first.</summary>
    public ImmutableArray<ActionGroup> Groups { get; init; } = [];

    /// <summary>The person's figures beside their own average and beside others.</summary>
    public ImmutableArray<FigureGap> Gaps { get; init; } = [];

    /// <summary>The nearest matches, the nearest first; empty for a player.</summary>
    public ImmutableArray<SimilarMatch> Similar { get; init; } = [];

    /// <summary>How many matches were counted.</summary>
    public int Games => Matches.Length;

    /// <summary>How many of them the person won.</summary>
    public int Wins => Matches.Count(match => match.Won);
}

/// <summary>Who an insight is about.</summary>
/// <param name="Name">Riot ID or the name of that day; empty of whom Riot does not name.</param>
/// <param name="Position">TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; the most frequent one of a player.</param>
/// <param name="Rank">Riot's word for the tier that others are compared by, for example GOLD; null where none is known.</param>
/// <param name="IsYou">Whether it is the owner's own account.</param>
public sealed record InsightPerson(string Name, string Position, string? Rank, bool IsYou = false);

/// <summary>A match that is explained.</summary>
/// <param name="MatchId">Riot's id.</param>
/// <param name="Participant">Who the person is in it.</param>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="Champion">Static data's name.</param>
/// <param name="IsBlue">The own side.</param>
/// <param name="Won">Whether that side won.</param>
/// <param name="StartedAt">Null where Riot does not say.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record InsightMatch(string MatchId, int Participant, int ChampionId, string Champion, bool IsBlue, bool Won, DateTimeOffset? StartedAt, int Seconds);

/// <summary>The model of win chances that a report was made with.</summary>
/// <param name="Version">Counts up with each training.</param>
/// <param name="Matches">Of so many it learnt.</param>
/// <param name="Brier">Its score on matches that it had not seen, 0 to 1; 0.25 is a coin.</param>
public sealed record ModelBasis(int Version, int Matches, double Brier);

/// <summary>The own side's chance at a moment.</summary>
/// <param name="At">Seconds since the game began.</param>
/// <param name="Chance">0 to 1.</param>
public sealed record MinuteChance(double At, double Chance);

/// <summary>Something that changed the chances.</summary>
/// <param name="MatchId">Where it happened.</param>
/// <param name="At">Seconds since the game began.</param>
/// <param name="Kind">What it was.</param>
/// <param name="IsOurs">Whether the own side did it: a kill, but not a death.</param>
/// <param name="IsPersonal">Whether the person had a hand in it, or it was done to them.</param>
/// <param name="Detail">Riot's word or number for what it was: the kind of dragon, the item; empty where the kind says all.</param>
/// <param name="Before">The own side's chance just before; null without a model.</param>
/// <param name="After">And just after.</param>
public sealed record InsightAction(string MatchId, double At, ActionKind Kind, bool IsOurs, bool IsPersonal, string Detail, double? Before, double? After)
{
    /// <summary>By how much the own side's chance changed, −1 to 1; null without a model.</summary>
    public double? Swing => After - Before;
}

/// <summary>Actions of one kind close after one another.</summary>
/// <param name="MatchId">Where they happened.</param>
/// <param name="Kind"><see cref="ActionKind.Death"/>, or <see cref="ActionKind.Kill"/> for kills and assists together.</param>
/// <param name="Count">How many.</param>
/// <param name="From">The first, in seconds since the game began.</param>
/// <param name="To">The last.</param>
/// <param name="Swing">What they did to the own side's chance together; null without a model.</param>
/// <param name="Sequel">What fell soon after to those who gained by it; null where nothing did.</param>
public sealed record ActionGroup(string MatchId, ActionKind Kind, int Count, double From, double To, double? Swing, ActionSequel? Sequel);

/// <summary>What fell soon after some actions.</summary>
/// <param name="Kind">What.</param>
/// <param name="Detail">See <see cref="InsightAction.Detail"/>.</param>
/// <param name="At">In seconds since the game began.</param>
/// <param name="After">So many seconds after the last of the actions.</param>
public sealed record ActionSequel(ActionKind Kind, string Detail, double At, double After);

/// <summary>What can change the chances.</summary>
public enum ActionKind
{
    Kill,
    Assist,
    Death,
    Plate,
    Tower,
    Inhibitor,
    Dragon,
    Elder,
    Baron,
    Herald,
    Grub,
    Atakhan,

    /// <summary>A whole item was bought.</summary>
    Purchase,
}

/// <summary>A figure of the person beside others.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Own">In this match, or the mean over a player's games counted.</param>
/// <param name="Usual">The person's other games in the same role; null where there are none.</param>
/// <param name="Others">Stored games of others in the same role, of the same rank where that is known; null where there are none.</param>
public sealed record FigureGap(InsightFigure Figure, double Own, Sample? Usual, Sample? Others)
{
    /// <summary>Of how many games <see cref="Own"/> is: one of a match; of a player those in the main role that tell the figure.</summary>
    public int Games { get; init; } = 1;
}

/// <summary>The mean of some games.</summary>
/// <param name="Mean">Of them.</param>
/// <param name="Low">The lower end of the interval that holds the true mean in 95 of 100 cases (Student's t).</param>
/// <param name="High">And the upper.</param>
/// <param name="Games">How many.</param>
/// <param name="Rank">The tier that all of them have in common; null where they are of any.</param>
public sealed record Sample(double Mean, double Low, double High, int Games, string? Rank = null)
{
    /// <summary>Under so many games whoever happened to be met decides the mean: the page says so.</summary>
    public const int Enough = 50;

    /// <summary>Whether the mean may tell more of who was met than of anybody else.</summary>
    public bool IsBiased => Games < Enough;

    /// <summary>What stands behind ±.</summary>
    public double Margin => (High - Low) / 2;
}

/// <summary>What is compared. The unit is in the name where there is one.</summary>
public enum InsightFigure
{
    CsPerMinute,
    GoldPerMinute,
    DamagePerMinute,
    VisionPerMinute,
    KillParticipationPercent,
    Kills,
    Deaths,
    Assists,
    CsAt10,
    GoldLeadAt10,
    ExperienceLeadAt10,
    GoldLeadAt15,
}

/// <summary>A match that went alike.</summary>
/// <param name="MatchId">Riot's id.</param>
/// <param name="Participant">Who stood as the person stood.</param>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="Champion">Static data's name.</param>
/// <param name="Won">How it ended for that one.</param>
/// <param name="StartedAt">Null where Riot does not say.</param>
/// <param name="Cosine">How alike, −1 to 1.</param>
public sealed record SimilarMatch(string MatchId, int Participant, int ChampionId, string Champion, bool Won, DateTimeOffset? StartedAt, double Cosine);
