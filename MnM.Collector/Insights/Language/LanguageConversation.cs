using System.Globalization;
using System.Net;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.Insights.Language.Numbers;
using MnM.Collector.Insights.Words;

namespace MnM.Collector.Insights.Language;

/// <summary>
/// One conversation with a language model about one report: question, look-ups, answer, and once more where the answer does not hold. It ends with words that were checked, or with the reason
/// why there are none.
/// </summary>
internal sealed class LanguageConversation(ChatClient chat, LanguageStore store, LanguageTools tools, LanguageOptions options, TimeProvider time)
{
    /// <summary>What a server that says nothing of it is waited for.</summary>
    public static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);

    /// <summary>Longer nobody waits for it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const double BytesPerToken = 3;

    private readonly List<ChatMessage> _messages = [];
    private ChatParts _parts = ChatParts.All;
    private int _lookUps;
    private bool _waited;
    private bool _retried;

    /// <param name="subject">What is explained.</param>
    /// <param name="report">Its figures.</param>
    /// <param name="own">MnM's own sentences.</param>
    /// <param name="text">Both as they are sent.</param>
    /// <param name="tell">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<InsightWords> RunAsync(
        InsightSubject subject, InsightReport report, InsightWords own, ReportText text, Action<InsightProgress> tell, CancellationToken cancellationToken)
    {
        var check = CheckOf(report, text);
        _messages.AddRange(Prompt.Begin(text));
        while (true)
        {
            tell(new InsightProgress(InsightStage.Asking, "", []));
            var reply = new ReplyReader(check, sentences => tell(new InsightProgress(InsightStage.Writing, "", sentences)));
            switch (await AskAsync(subject, reply, cancellationToken))
            {
                case Turn.Stop { Reason: var reason }:
                    return FallBack(own, reason);
                case Turn.Again:
                    break;
                case Turn.LookUps { Said: var said }:
                    _messages.Add(new ChatMessage("assistant", said.Content) { Calls = said.Calls });
                    foreach (var call in said.Calls)
                    {
                        await LookUpAsync(subject, report, call, check, tell, cancellationToken);
                    }

                    break;
                case Turn.Written:
                    return reply.ToWords(new WordAuthor(options.Model, Prompt.Version));
            }
        }
    }

    /// <summary>What may be told: the figures as they are sent, and the names in them for what they are.</summary>
    internal static NumberCheck CheckOf(InsightReport report, ReportText text)
    {
        var check = new NumberCheck().AddName(report.Person.Name).AddName(report.Person.Name.Split('#')[0]).AddName(Person.NameIn(report));
        foreach (var name in text.GameNames)
        {
            check.AddGameName(name);
        }

        return check.AddJson(text.Json);
    }

    internal static InsightWords FallBack(InsightWords own, string reason) => own with { Author = WordAuthor.Templates with { Fallback = reason } };

    private async Task LookUpAsync(InsightSubject subject, InsightReport report, ToolCall call, NumberCheck check, Action<InsightProgress> tell, CancellationToken cancellationToken)
    {
        if (++_lookUps > LanguageTools.MostCalls)
        {
            _messages.Add(new ChatMessage("tool", LookUp.Nothing("Nothing more may be looked up. Answer now.").Json) { CallId = call.Id });
            return;
        }

        tell(new InsightProgress(InsightStage.Asking, LanguageTools.DetailOf(call.Name), []));
        var found = await tools.CallAsync(subject, report, call, cancellationToken);
        foreach (var name in found.GameNames)
        {
            check.AddGameName(name);
        }

        check.AddJson(found.Json);
        _messages.Add(new ChatMessage("tool", found.Json) { CallId = call.Id });
    }

    private async Task<Turn> AskAsync(InsightSubject subject, ReplyReader reply, CancellationToken cancellationToken)
    {
        var offersTools = _lookUps < LanguageTools.MostCalls && _parts.HasFlag(ChatParts.Tools);
        var body = new ChatRequest(options.Model, _messages, offersTools ? LanguageTools.All : [], Prompt.Schema, Prompt.MostTokens).Write(_parts);
        var tokensIn = Tokens(body.Length);
        if (await store.FindConsentAsync(cancellationToken) is null)
        {
            return new Turn.Stop("The agreement to send reports to the language model was taken back.");
        }

        if (await store.BeginAsync(subject.Key, tokensIn, Prompt.MostTokens, cancellationToken) is not { } call)
        {
            return new Turn.Stop(string.Create(CultureInfo.InvariantCulture, $"The language model has used up its budget for today, {options.DailyTokens:N0} tokens."));
        }

        var began = time.GetTimestamp();
        var heard = 0;
        ChatAnswer answer;
        try
        {
            answer = await chat.AskAsync(body, Hear, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await store.EndAsync(call, new CallResult(CallOutcome.TimedOut, null, tokensIn, Tokens(heard), Milliseconds(began)), CancellationToken.None);
            throw;
        }

        var (turn, outcome) = answer is ChatAnswer.Said said ? Judge(said, reply, offersTools) : await JudgeAsync(answer, cancellationToken);
        var (counted, written) = answer is ChatAnswer.Said told
            ? (told.TokensIn ?? tokensIn, told.TokensOut ?? Tokens(told.Content.Length + told.Calls.Sum(one => one.Arguments.Length)))
            : answer is ChatAnswer.Refused ? (0, 0) : (tokensIn, Tokens(heard));
        await store.EndAsync(call, new CallResult(outcome, turn.Fault, counted, written, Milliseconds(began)), CancellationToken.None);
        return turn;

        // An answer that breaks off was written, and is paid for.
        bool Hear(string words)
        {
            heard += words.Length;
            return reply.Hear(words);
        }
    }

    private (Turn Turn, CallOutcome Outcome) Judge(ChatAnswer.Said said, ReplyReader reply, bool offersTools)
    {
        if (said.Calls.Length > 0)
        {
            return offersTools
                ? (new Turn.LookUps(said), CallOutcome.LooksUp)
                : (new Turn.Stop("The language model wanted to look up more than it may, and did not answer."), CallOutcome.Rejected);
        }

        if (reply.End() is not { } fault)
        {
            return (new Turn.Written(), CallOutcome.Written);
        }

        if (_retried)
        {
            return (new Turn.Stop(fault.ForPeople), CallOutcome.Rejected);
        }

        _retried = true;
        _messages.Add(new ChatMessage("assistant", said.Content));
        _messages.Add(Prompt.Again(fault.ForModel));
        return (new Turn.Again(fault.ForPeople), CallOutcome.Rejected);
    }

    private async Task<(Turn Turn, CallOutcome Outcome)> JudgeAsync(ChatAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case ChatAnswer.TimedOut { Reason: var reason }:
                return (new Turn.Stop(reason), CallOutcome.TimedOut);
            case ChatAnswer.Broken { Reason: var reason }:
                return (new Turn.Stop(reason), CallOutcome.Broken);
            case ChatAnswer.Refused { Status: HttpStatusCode.TooManyRequests, Wait: var told }:
                var wait = told is not { } said ? UsualWait : said < TimeSpan.Zero ? TimeSpan.Zero : said;
                const string Busy = "The language model's server wants fewer questions at a time (429).";
                if (_waited || wait > LongestWait)
                {
                    return (new Turn.Stop(Busy), CallOutcome.Refused);
                }

                _waited = true;
                await Task.Delay(wait, time, cancellationToken);
                return (new Turn.Again(Busy), CallOutcome.Refused);
            case ChatAnswer.Refused { Status: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotImplemented, Words: var words }
                when ChatRequest.Without(_parts, words) is { } fewer:
                // A server that knows less: it is asked again without what it may not know.
                _parts = fewer;
                return (new Turn.Again("The language model's server does not take all that MnM asks for."), CallOutcome.Refused);
            case ChatAnswer.Refused { Status: var status }:
                return (new Turn.Stop(ReasonOf(status)), CallOutcome.Refused);
            default:
                throw new InvalidOperationException($"Nobody knows the answer {answer}.");
        }
    }

    private static string ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Text($"The language model's server refuses MnM ({(int)status}). Look whether INSIGHTS_API_KEY is right."),
        HttpStatusCode.NotFound => "The language model's server knows no such address or model (404). Look whether INSIGHTS_ENDPOINT and INSIGHTS_MODEL are right.",
        _ => Text($"The language model's server answered {(int)status}."),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int Tokens(int bytes) => (int)Math.Ceiling(bytes / BytesPerToken);

    private int Milliseconds(long began) => (int)Math.Min(int.MaxValue, time.GetElapsedTime(began).TotalMilliseconds);

    /// <summary>How the conversation goes on.</summary>
    private abstract record Turn(string? Fault)
    {
        /// <summary>The words are there.</summary>
        public sealed record Written() : Turn((string?)null);

        /// <summary>The model wants to know something first.</summary>
        public sealed record LookUps(ChatAnswer.Said Said) : Turn((string?)null);

        /// <summary>It is asked once more.</summary>
        public sealed record Again(string Why) : Turn(Why);

        /// <summary>It is over.</summary>
        public sealed record Stop(string Reason) : Turn(Reason);
    }
}
