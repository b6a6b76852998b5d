using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MnM.Collector.Insights.Language.Numbers;
using MnM.Collector.Insights.Words;

namespace MnM.Collector.Insights.Language;

/// <summary>
/// Reads a language model's answer while it comes, and checks each sentence when it is whole. What stands around the JSON object, as some models write it, is passed over;
/// what fails the check ends the reading.
/// </summary>
internal sealed class ReplyReader(NumberCheck check, Action<ImmutableArray<string>> tell)
{
    private const string ThoughtBegins = "<think>";
    private const string ThoughtEnds = "</think>";

    private readonly StringBuilder _before = new();
    private readonly ImmutableArray<string>.Builder _sentences = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<Recommendation>.Builder _recommendations = ImmutableArray.CreateBuilder<Recommendation>();
    private byte[] _unread = [];
    private JsonReaderState _state = new(new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = 8 });
    private string _section = "";
    private string _part = "";
    private (string Text, string Evidence) _recommendation;
    private bool _isList;
    private bool _began;
    private bool _ended;
    private ReplyFault? _fault;

    /// <summary>Takes the next piece; answers false where no more is wanted.</summary>
    public bool Hear(string piece)
    {
        if (_ended)
        {
            return true;
        }

        if (!_began)
        {
            _before.Append(piece);
            if (!FindBegin(out piece))
            {
                return true;
            }
        }

        _unread = [.. _unread, .. Encoding.UTF8.GetBytes(piece)];
        try
        {
            Read();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Half of a pair of surrogates is JSON by its form, and no text.
            _fault ??= ReplyFault.Form("it is not the JSON object that was asked for");
        }

        // After the end tokens are counted still.
        return _fault is null;
    }

    /// <summary>What is wrong with the whole answer; null where nothing is.</summary>
    public ReplyFault? End() => _fault
        ?? (!_ended ? ReplyFault.Form("it breaks off before the JSON object is whole")
            : _sentences.Count == 0 ? ReplyFault.Form("it has no sentences")
            : null);

    public InsightWords ToWords(WordAuthor author) => new(_sentences.ToImmutable(), _recommendations.ToImmutable(), author);

    /// <summary>The object begins with the first brace after what the model thought aloud.</summary>
    private bool FindBegin(out string rest)
    {
        var text = _before.ToString();
        var from = text.TrimStart().StartsWith(ThoughtBegins, StringComparison.Ordinal)
            ? text.IndexOf(ThoughtEnds, StringComparison.Ordinal) is var end and >= 0 ? end : text.Length
            : 0;
        var begin = text.IndexOf('{', from);
        (_began, rest) = (begin >= 0, begin >= 0 ? text[begin..] : "");
        return _began;
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_unread, isFinalBlock: false, _state);
        while (_fault is null && !_ended && reader.Read())
        {
            Take(ref reader);
        }

        _unread = _unread[(int)reader.BytesConsumed..];
        _state = reader.CurrentState;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType, reader.CurrentDepth)
        {
            case (JsonTokenType.EndObject, 0):
                _ended = true;
                break;
            case (JsonTokenType.PropertyName, 1):
                _section = reader.GetString()!;
                break;
            case (JsonTokenType.StartArray or JsonTokenType.StartObject, 1):
                _isList = reader.TokenType == JsonTokenType.StartArray;
                break;
            case (JsonTokenType.String, 2) when _isList && _section == "sentences":
                AddSentence(reader.GetString()!);
                break;
            case (JsonTokenType.StartObject, 2):
                _recommendation = ("", "");
                break;
            case (JsonTokenType.PropertyName, 3):
                _part = reader.GetString()!;
                break;
            case (JsonTokenType.String, 3) when _part == "text":
                _recommendation.Text = reader.GetString()!;
                break;
            case (JsonTokenType.String, 3) when _part == "evidence":
                _recommendation.Evidence = reader.GetString()!;
                break;
            case (JsonTokenType.EndObject, 2) when _isList && _section == "recommendations":
                AddRecommendation(_recommendation.Text, _recommendation.Evidence);
                break;
        }
    }

    private void AddSentence(string sentence)
    {
        if (_sentences.Count >= Prompt.MostSentences || IsWrong(sentence) || (_sentences.Count > 0 && IsWrongTogether(_sentences[^1], sentence)))
        {
            return;
        }

        _sentences.Add(sentence.Trim());
        tell(_sentences.ToImmutable());
    }

    private void AddRecommendation(string text, string evidence)
    {
        if (_recommendations.Count >= InsightWords.MostRecommendations || IsWrong(text) || IsWrong(evidence) || IsWrongTogether(text, evidence))
        {
            return;
        }

        if (NumberReader.Read(evidence).Count == 0)
        {
            _fault = ReplyFault.NoEvidence;
            return;
        }

        _recommendations.Add(new Recommendation(text.Trim(), evidence.Trim()));
    }

    /// <summary>What stands beside each other may be read as one.</summary>
    private bool IsWrongTogether(string left, string right)
    {
        _fault ??= check.FaultOf($"{left} {right}") is { } number ? ReplyFault.Number(number) : null;
        return _fault is not null;
    }

    private bool IsWrong(string text)
    {
        _fault ??= PlainText.FaultOf(text) is { } form ? ReplyFault.Form(form) : check.FaultOf(text) is { } number ? ReplyFault.Number(number) : null;
        return _fault is not null;
    }
}
