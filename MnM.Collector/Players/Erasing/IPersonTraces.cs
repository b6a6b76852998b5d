using MnM.Collector.Storage;

namespace MnM.Collector.Players.Erasing;

/// <summary>What a slice keeps of people, as far as it must be able to forget one.</summary>
internal interface IPersonTraces
{
    /// <summary>Deletes or frees its rows of a person, in the caller's transaction. The person's own rows are still there.</summary>
    Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken);

    /// <summary>The transaction is through: pages may look again.</summary>
    void Erased()
    {
    }
}
