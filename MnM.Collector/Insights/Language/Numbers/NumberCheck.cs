using System.Text.Json;

namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>
/// Whether every number of a text occurs in what its writer was given: equal in value and in kind, not as a part of another. It rather refuses a true sentence than let an invented number pass.
/// Names are no numbers, whatever they say: a player called "31" makes no 31 true.
/// </summary>
internal sealed class NumberCheck
{
    /// <summary>Members of JSON whose values are names.</summary>
    private static readonly HashSet<string> NameMembers = ["name", "champion", "match", "item"];

    private readonly HashSet<(NumberKind Kind, decimal Value)> _known = [];
    private readonly HashSet<(NumberKind Kind, decimal Value)> _negative = [];
    private readonly HashSet<(NumberKind Kind, string Text)> _written = [];
    private readonly NameMask _names = new();

    /// <summary>A person's name: whoever writes it puts it into quotation marks, the figures too.</summary>
    public NumberCheck AddName(string name)
    {
        _names.Add(name, isTrusted: false);
        return this;
    }

    /// <summary>A name of the game's own, as of a champion or an item.</summary>
    public NumberCheck AddGameName(string name)
    {
        _names.Add(name, isTrusted: true);
        return this;
    }

    /// <summary>A sentence that may be repeated, by whoever is trusted to have its numbers right.</summary>
    public NumberCheck Add(string text)
    {
        foreach (var number in NumberReader.Read(_names.Hide(text)))
        {
            Learn(number);
        }

        return this;
    }

    /// <summary>Figures as JSON, written as they are to be told.</summary>
    public NumberCheck AddJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        Learn(document.RootElement);
        return this;
    }

    /// <summary>The first number of a text that was never given, as the text has it; null where there is none.</summary>
    public string? FaultOf(string text) => NumberReader.Read(_names.Hide(text)).Find(number => !IsKnown(number))?.Text;

    private void Learn(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject().Where(member => !NameMembers.Contains(member.Name)))
                {
                    Learn(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Learn(item);
                }

                break;
            case JsonValueKind.String:
                Add(element.GetString()!);
                break;
            case JsonValueKind.Number:
                Add(element.GetRawText());
                break;
        }
    }

    private void Learn(ToldNumber number)
    {
        switch (number.Kind)
        {
            case NumberKind.Unreadable:
                break;
            case NumberKind.Row:
                _written.Add((NumberKind.Row, number.Text));
                foreach (var part in number.Text.Split('/').Where(_ => number.Text.Contains('/', StringComparison.Ordinal)))
                {
                    Learn(NumberReader.Read(part)[0]);
                }

                break;
            case NumberKind.Date:
                _written.Add((NumberKind.Date, number.Text));
                break;
            default:
                (number.Sign < 0 ? _negative : _known).Add((number.Kind, number.Value));
                break;
        }
    }

    private bool IsKnown(ToldNumber number) => number.Kind switch
    {
        NumberKind.Unreadable => false,
        NumberKind.Row or NumberKind.Date => _written.Contains((number.Kind, number.Text)),
        _ => Occurs(number.Kind, number.Value, number.Sign)
            || (number.Seconds is { } seconds && Occurs(NumberKind.Time, seconds, number.Sign))
            || (number is { Kind: NumberKind.Plain, Value: 0.5m or 0.25m } && Occurs(NumberKind.Percent, number.Value * 100, number.Sign)),
    };

    /// <summary>"Lost 31 %" is true of −31 %, and "+31 %" is not.</summary>
    private bool Occurs(NumberKind kind, decimal value, int sign) =>
        (sign >= 0 && _known.Contains((kind, value))) || (sign <= 0 && _negative.Contains((kind, value)));
}
