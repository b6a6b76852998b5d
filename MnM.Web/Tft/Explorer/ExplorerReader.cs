using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>Asks for pages what <see cref="TftExplorer"/> answers.</summary>
/// <param name="ask">See <see cref="TftExplorer.AskAsync"/>.</param>
/// <param name="choices">See <see cref="TftExplorer.ReadChoicesAsync"/>.</param>
public sealed class ExplorerReader(Func<TftQuestion, CancellationToken, Task<TftReply>> ask, Func<CancellationToken, Task<TftChoices>> choices)
{
    /// <summary>The answer.</summary>
    public Task<TftReply> AskAsync(TftQuestion question) => ask(question, CancellationToken.None);

    /// <summary>The answer, where there is one.</summary>
    public async Task<TftAnswer?> FindAsync(TftQuestion question) => await AskAsync(question) is TftReply.Answered answered ? answered.Answer : null;

    /// <summary>What can be chosen.</summary>
    public Task<TftChoices> ReadChoicesAsync() => choices(CancellationToken.None);
}
