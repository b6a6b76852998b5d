using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Primitives;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>How units, items, builds, traits and comps do in the stored matches. What is asked stands in the address.</summary>
public sealed partial class ExplorerPage
{
    private const string NoDatabase = "The database did not answer. Nothing is lost; the log says what it was.";

    private TftQuestion _question = new();
    private RowOrder _order = RowOrder.Usual;
    private string? _chosen;
    private IReadOnlyList<string> _faults = [];
    private TftChoices? _choices;
    private TftAnswer? _answer;
    private TftQuestion _answered = new();
    private ImmutableArray<NamedRow> _rows = [];
    private ImmutableArray<(string Field, string Why)> _refused = [];
    private string? _empty;
    private TftReply.Failed? _failed;
    private bool _reading;

    // While another one is counted, the rows are still those of the one before.
    private TftSubject Subject => IsAnswered ? _answer!.Question.Subject : _question.Subject;

    private bool IsAnswered => _answer is not null && _empty is null && _refused.IsEmpty;

    /// <summary>The row beside the table: the chosen one, else the first.</summary>
    private NamedRow? Looked => _rows.FirstOrDefault(row => row.Key == _chosen) ?? (_rows.IsEmpty ? null : _order.Sort(_rows)[0]);

    /// <inheritdoc/>
    protected override async Task ShowAsync(IReadOnlyDictionary<string, StringValues> said)
    {
        (_question, _faults) = TftAddress.Read(TftAddress.SubjectOf(said.GetValueOrDefault("show")), said);
        (_order, _chosen) = (RowOrder.Read(said.GetValueOrDefault("sort")), said.GetValueOrDefault("row"));
        await AskAsync();
    }

    private async Task AskAsync()
    {
        var question = _question;
        _reading = true;
        try
        {
            var choices = await Reader.ReadChoicesAsync();
            var reply = await Reader.AskAsync(question);
            if (question == _question)
            {
                // Nothing is there to choose while the store does not answer: what was read before stays.
                _choices = choices.Patches.IsEmpty ? _choices ?? choices : choices;
                Take(question, reply);
            }
        }
        catch (DbException fault) when (question == _question)
        {
            Log.NotRead(Logger, fault);
            _failed = new TftReply.Failed(NoDatabase);
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, fault);
        }

        // A later question is still on its way, or has ended this itself.
        if (question == _question)
        {
            _reading = false;
        }
    }

    private void Take(TftQuestion question, TftReply reply)
    {
        (_failed, _empty, _refused) = (null, null, []);
        switch (reply)
        {
            case TftReply.Answered { Answer: var answer }:
                var names = new TftNames(Catalogs.Current);
                (_answered, _answer, _rows) = (question, answer, [.. answer.Rows.Select(row => names.Of(row, answer.Question.Subject))]);
                break;
            case TftReply.Refused { Faults: var faults }:
                _refused = faults;
                break;
            case TftReply.Empty { Why: var why }:
                _empty = why;
                break;
            case TftReply.Failed failed:
                _failed = failed;
                break;
        }
    }

    /// <summary>Another question has an address of its own; order and row are taken along where they mean the same.</summary>
    private void Go(TftQuestion question) => Navigation.NavigateTo(AddressOf(question));

    // The filters of a tab that another one has too stay as they are.
    private string AddressOf(TftSubject subject) => AddressOf(_question with { Subject = subject }, subject == _question.Subject ? _chosen : null);

    private string AddressOf(TftQuestion question) => AddressOf(question, _chosen);

    private string AddressOf(TftQuestion question, string? row) => TftAddress.Of(
        TftPages.Explorer, question, ("show", question.Subject == TftSubject.Units ? null : TftAddress.Word(question.Subject)), ("sort", _order.Word), ("row", row));

    private static string PatchWords(TftAnswer answer) => answer.Question.Patches.IsEmpty ? "" : $", patch {string.Join(", ", answer.Question.Patches)}";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The stored matches could not be counted for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
