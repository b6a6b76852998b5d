using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Primitives;
using MnM.Collector.StaticData;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>A page of one unit, item or trait. It asks the explorer's questions; filters of matches and boards stand in the address.</summary>
public abstract partial class ThingPage : AddressPage
{
    private string? _shown;
    private int _run;

    /// <summary>Riot's id.</summary>
    [Parameter] public string Id { get; set; } = "";

    [Inject] private protected ExplorerReader Reader { get; set; } = null!;

    [Inject] private protected StaticDataStore Catalogs { get; set; } = null!;

    [Inject] private protected ILoggerFactory Loggers { get; set; } = null!;

    private protected TftQuestion Question { get; private set; } = new();

    private protected IReadOnlyList<string> Faults { get; private set; } = [];

    private protected TftChoices? Choices { get; private set; }

    /// <summary>The answer of which the thing is a row; null before the first one.</summary>
    private protected TftAnswer? Answer { get; private set; }

    /// <summary>Why there is none, or none newer.</summary>
    private protected TftReply? Without { get; private set; }

    /// <summary>Whether the tables that are not there yet do not come.</summary>
    private protected bool IsFailed => Without is TftReply.Failed;

    private protected bool Reading { get; private set; }

    private protected TftNames Names => new(Catalogs.Current);

    /// <summary>The same page for another question.</summary>
    private protected abstract string AddressOf(TftQuestion question);

    /// <summary>The question whose answer has the thing's own row.</summary>
    private protected abstract TftQuestion Own(TftQuestion question);

    /// <summary>Forgets the tables of the question before.</summary>
    private protected abstract void Begin(IReadOnlyDictionary<string, StringValues> said);

    /// <summary>What else is asked for once the own row is there, one after the other, and what is done with the answer; null where no game fits.</summary>
    private protected abstract IEnumerable<(TftQuestion Question, Action<TftAnswer?> Take)> Tables(TftQuestion question);

    /// <inheritdoc/>
    protected override async Task ShowAsync(IReadOnlyDictionary<string, StringValues> said)
    {
        var (question, faults) = TftAddress.Read(TftSubject.Units, said);
        (Question, Faults) = (TftAddress.OfBoards(question), faults);
        if (_shown != Id)
        {
            (_shown, Answer, Without) = (Id, null, null);
        }

        Begin(said);
        await AskAsync(++_run);
    }

    /// <summary>The same once more.</summary>
    private protected Task AskAgainAsync() => ShowAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query));

    /// <summary>The rows of an answer as they are shown.</summary>
    private protected ImmutableArray<NamedRow> RowsOf(TftAnswer? answer) => answer is null ? [] : [.. answer.Rows.Select(row => Names.Of(row, answer.Question.Subject))];

    /// <summary>Asks, until another run has begun: of two that are under way the later one alone shows what it finds.</summary>
    private async Task AskAsync(int run)
    {
        Reading = true;
        try
        {
            var choices = await Reader.ReadChoicesAsync();
            var own = run == _run ? await Reader.AskAsync(Own(Question)) : null;
            if (run != _run)
            {
                return;
            }

            Choices = choices;
            (Answer, Without) = own is TftReply.Answered { Answer: var answer } ? (answer, null) : (Answer, own);

            // A page that is only fetched has the figures at once; its tables follow in the browser.
            foreach (var (table, take) in Without is null && RendererInfo.IsInteractive ? Tables(Question) : [])
            {
                StateHasChanged();
                var reply = await Reader.AskAsync(table);
                if (run != _run)
                {
                    return;
                }

                if (reply is TftReply.Failed)
                {
                    Without = reply;
                    break;
                }

                take((reply as TftReply.Answered)?.Answer);
            }
        }
        catch (DbException fault)
        {
            Log.NotRead(Loggers.CreateLogger<ThingPage>(), fault);
            if (run == _run)
            {
                Without = new TftReply.Failed("The database did not answer. Nothing is lost; the log says what it was.");
            }
        }
        finally
        {
            Reading = Reading && run != _run;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The stored matches could not be counted for a page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
