using Serilog.Events;
using Serilog.Formatting;

namespace MnM.Web.Hosting;

/// <summary>
/// Strikes secrets from finished log lines. Done on the text rather than by an enricher: a key may also stand in the words of a message or in an exception.
/// </summary>
internal sealed class MaskingFormatter(ITextFormatter inner, IReadOnlyList<string> secrets) : ITextFormatter
{
    // A shorter one is no secret, and striking it would make holes in ordinary words.
    private const int ShortestSecret = 4;

    private readonly string[] _secrets = [.. secrets.Where(secret => secret.Length >= ShortestSecret).OrderByDescending(secret => secret.Length)];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using StringWriter line = new();
        inner.Format(logEvent, line);
        output.Write(_secrets.Aggregate(line.ToString(), (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal)));
    }
}
