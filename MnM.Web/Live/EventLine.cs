using System.Globalization;

namespace MnM.Web.Live;

/// <summary>An event as a line: who, what they did, to whom, and an aside.</summary>
/// <param name="Key">Stays with the event from poll to poll.</param>
/// <param name="Time">Seconds since the game began.</param>
/// <param name="Side">Whose event it is.</param>
/// <param name="Icon">Its drawing.</param>
/// <param name="Who">In bold, first; empty where nobody did it.</param>
/// <param name="Did">What happened.</param>
/// <param name="What">In bold, last; empty where the words before say it all.</param>
/// <param name="Aside">Who helped, or what else is to be said.</param>
public sealed record EventLine(string Key, double Time, Side Side, string Icon, string Who, string Did, string What, string Aside)
{
    /// <summary>The line as one sentence, for tooltips.</summary>
    public string Sentence => string.Join(' ', new[] { Who, Did, What }.Where(part => part.Length > 0));

    /// <summary>The sentence with its time.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Figures.Clock(Time)} {Sentence}");
}
