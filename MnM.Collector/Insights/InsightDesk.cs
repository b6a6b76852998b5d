namespace MnM.Collector.Insights;

/// <summary>Where insights are asked for and read. Pages and endpoints go through here alone.</summary>
public sealed class InsightDesk
{
    /// <summary>How the insight of a subject stands. Nothing is made for it.</summary>
    public Task<InsightAnswer> FindAsync(InsightSubject subject, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Orders it on the work queue, anew where it is there and old; it is stored when it is made.</summary>
    /// <param name="subject">What is to be explained.</param>
    /// <param name="anew">Whether it is made again though nothing changed, as where the words of a language model are wanted now.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<InsightAnswer> OrderAsync(InsightSubject subject, bool anew, CancellationToken cancellationToken) => throw new NotImplementedException();
}
