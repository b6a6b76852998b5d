namespace MnM.Collector.Tft.Rows;

/// <summary>What a code stands for.</summary>
internal enum NameKind
{
    Unit = 1,
    Item = 2,
    Trait = 3,
    Platform = 4,
}

/// <summary>Codes of Riot's ids, small whole numbers from 1 up, given once and kept in the main database (table tft_names): the analytics stores know numbers alone.</summary>
internal sealed class NameBook
{
    /// <summary>The code of a name, made and stored where there is none yet. Names differ by case.</summary>
    public Task<int> CodeOfAsync(NameKind kind, string name, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The code of a name; null where no match has brought it yet.</summary>
    public Task<int?> FindCodeAsync(NameKind kind, string name, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The name of a code.</summary>
    public Task<string> NameOfAsync(NameKind kind, int code, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>All names of a kind, in alphabetical order.</summary>
    public Task<IReadOnlyList<string>> NamesAsync(NameKind kind, CancellationToken cancellationToken) => throw new NotImplementedException();
}
