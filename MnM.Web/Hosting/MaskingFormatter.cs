using Serilog.Events;
using Serilog.Formatting;

namespace MnM.Web.Hosting;

/// <summary>
/// Strikes secrets from finished log lines. Done on the text rather than by an enricher: a key may also stand in the words of a message or in an exception.
/// </summary>
internal sealed class MaskingFormatter(ITextFormatter inner, LogRules rules) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using StringWriter line = new();
        inner.Format(logEvent, line);
        output.Write(rules.Secrets.Aggregate(line.ToString(), (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal)));
    }
}
