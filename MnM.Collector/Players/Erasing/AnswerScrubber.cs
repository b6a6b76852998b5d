using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace MnM.Collector.Players.Erasing;

/// <summary>
/// Frees JSON of a person. All that does not name them stays byte for byte, and nothing is expected of it: it may come from a stranger's file,
/// with members that stand twice or half characters.
/// </summary>
internal ref struct AnswerScrubber
{
    // What Riot calls a person in matches, in the running game, in the spectator's and in the client's answers.
    private static readonly ImmutableHashSet<string> Names = ["riotIdGameName", "riotIdName", "gameName"];
    private static readonly ImmutableHashSet<string> Tags = ["riotIdTagline", "riotIdTagLine", "tagLine", "gameTag"];
    private static readonly ImmutableHashSet<string> Naming =
        [.. Names, .. Tags, "riotId", "summonerName", "summonerId", "accountId", "name", "displayName", "puuid", "PUUID", "obfuscatedPuuid"];

    // Where events of a game name people, in lists too.
    private static readonly ImmutableHashSet<string> People = ["KillerName", "VictimName", "Recipient", "Acer", "Assisters"];

    // Deeper than anything that MnM reads.
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 1024 };

    private readonly ErasedPerson _person;
    private readonly Stack<Part> _open = [];
    private readonly List<Place> _found = [];
    private Utf8JsonReader _reader;

    private AnswerScrubber(ReadOnlySpan<byte> json, ErasedPerson person)
    {
        _person = person;
        _reader = new(json, Reading);
    }

    /// <summary>The JSON without them: where they stood is somebody without id and name. Null where they are not in it, or it is none.</summary>
    public static byte[]? Scrub(ReadOnlySpan<byte> json, ErasedPerson person)
    {
        var scrubber = new AnswerScrubber(json, person);
        try
        {
            scrubber.Find();
        }
        catch (JsonException)
        {
            return null;
        }

        return scrubber._found.Count == 0 ? null : Without(json, scrubber._found);
    }

    private void Find()
    {
        while (_reader.Read())
        {
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _open.Push(new Part());
                    break;
                case JsonTokenType.StartArray:
                    _open.Push(new Part { IsOfPeople = _open.TryPeek(out var outer) && NamesPeople(outer) });
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    Close(_open.Pop());
                    break;
                case JsonTokenType.PropertyName:
                    var member = Text();
                    _open.Peek().Member = member;
                    Take(member, isPerson: false);
                    break;
                case JsonTokenType.String when _open.TryPeek(out var part):
                    Take(part, Text());
                    break;
            }
        }
    }

    private readonly void Take(Part part, string text)
    {
        if (Take(text, NamesPeople(part)))
        {
            part.IsTheirs = true;
        }
        else if (part.Member is { } member && Naming.Contains(member))
        {
            part.Naming.Add(Here(isId: false));
            (Names.Contains(member) ? part.Names : Tags.Contains(member) ? part.Tags : null)?.Add(text);
        }
    }

    private static bool NamesPeople(Part part) => part.Member is { } member ? People.Contains(member) : part.IsOfPeople;

    private readonly bool Take(string text, bool isPerson)
    {
        var isId = _person.IsId(text);
        if (!isId && !_person.IsName(text) && !(isPerson && _person.Aliases.Contains(text.Trim())))
        {
            return false;
        }

        _found.Add(Here(isId));
        return true;
    }

    private readonly void Close(Part part)
    {
        var person = _person;
        if (part.IsTheirs || part.Names.Exists(name => part.Tags.Exists(tag => person.Is(name, tag))))
        {
            _found.AddRange(part.Naming);
        }
    }

    private readonly Place Here(bool isId) => new((int)_reader.TokenStartIndex, _reader.ValueSpan.Length + 2, isId);

    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a character: names with one are stored as they are written.
            return Encoding.UTF8.GetString(_reader.ValueSpan);
        }
    }

    private static byte[] Without(ReadOnlySpan<byte> json, List<Place> found)
    {
        using var rest = new MemoryStream(json.Length);
        var from = 0;
        foreach (var place in found.OrderBy(place => place.Start))
        {
            rest.Write(json[from..place.Start]);
            rest.Write(Encoding.UTF8.GetBytes(place.IsId ? $"\"{ErasedPerson.Nobody}\"" : "\"\""));
            from = place.Start + place.Length;
        }

        rest.Write(json[from..]);
        return rest.ToArray();
    }

    /// <summary>A text in the JSON, with its quotes.</summary>
    private readonly record struct Place(int Start, int Length, bool IsId);

    /// <summary>An object or a list that is being read.</summary>
    private sealed class Part
    {
        public string? Member { get; set; }
        public bool IsOfPeople { get; init; }
        public bool IsTheirs { get; set; }
        public List<string> Names { get; } = [];
        public List<string> Tags { get; } = [];
        public List<Place> Naming { get; } = [];
    }
}
