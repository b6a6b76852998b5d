namespace MnM.Collector.Live.Recording.Files;

/// <summary>A game file is refused, for a reason that is told in words for people.</summary>
public sealed class RefusedFileException(string words) : FormatException(words);
