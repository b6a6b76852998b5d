using MnM.Collector.Storage;

namespace MnM.Collector.Players.Erasing;

/// <summary>What a slice keeps of people, as far as it must be able to forget one.</summary>
internal interface IPersonTraces
{
    /// <summary>The person with further ids and names by which the slice's rows know them; null where it has none of somebody who is no player.</summary>
    Task<ErasedPerson?> RecogniseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken) => Task.FromResult<ErasedPerson?>(null);

    /// <summary>Why the person cannot be forgotten just now, in a sentence for people; null where nothing stands against it.</summary>
    string? FindHindrance(ErasedPerson person) => null;

    /// <summary>
    /// Deletes or frees its rows of a person, bit by bit: no transaction lasts longer than a poll of the recorder may wait. The person's own rows are still there,
    /// and what is done need not be done again if the rest fails.
    /// </summary>
    Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken);

    /// <summary>All is forgotten: pages may look again.</summary>
    void Erased()
    {
    }
}
