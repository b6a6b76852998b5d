using System.Globalization;
using System.Text;

namespace MnM.Web.Tracking;

/// <summary>Writes Prometheus' text format 0.0.4: prometheus.io/docs/instrumenting/exposition_formats. No library that is maintained restores everywhere MnM is built.</summary>
internal sealed class PrometheusText
{
    /// <summary>What the answer is called.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>A value that goes up and down.</summary>
    public void Gauge(string name, string help, params IEnumerable<(double Value, (string Name, string Value)[] Labels)> samples) => Family(name, help, "gauge", samples);

    /// <summary>A value that only grows while MnM runs; its name ends in _total.</summary>
    public void Counter(string name, string help, params IEnumerable<(double Value, (string Name, string Value)[] Labels)> samples) => Family(name, help, "counter", samples);

    /// <summary>A value without labels.</summary>
    public void Gauge(string name, string help, double value) => Gauge(name, help, [(value, [])]);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Family(string name, string help, string type, IEnumerable<(double Value, (string Name, string Value)[] Labels)> samples)
    {
        _text.Append("# HELP ").Append(name).Append(' ').Append(Escape(help)).Append('\n').Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var (value, labels) in samples)
        {
            _text.Append(name);
            if (labels.Length > 0)
            {
                _text.Append('{').AppendJoin(',', labels.Select(label => $"{label.Name}=\"{Escape(label.Value).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")).Append('}');
            }

            _text.Append(' ').Append(Number(value)).Append('\n');
        }
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
