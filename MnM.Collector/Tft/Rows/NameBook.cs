using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Rows;

/// <summary>What a code stands for.</summary>
internal enum NameKind
{
    Unit = 1,
    Item = 2,
    Trait = 3,
    Platform = 4,

    /// <summary>The one name that it has is the book's own id.</summary>
    Book = 5,
}

/// <summary>Codes of Riot's ids, small whole numbers from 1 up, given once and kept in the main database (table tft_names): the analytics stores know numbers alone.</summary>
internal sealed class NameBook(IDbContextFactory<MnmDbContext> contexts) : IDisposable
{
    /// <summary>Some sets' worth. What was learnt is never wrong, since codes are given once, and is read again where it was forgotten.</summary>
    private const int MostRemembered = 8_192;

    private readonly ConcurrentDictionary<(NameKind Kind, string Name), int> _codes = [];
    private readonly SemaphoreSlim _giving = new(1, 1);

    /// <summary>The code of a name, made and stored where there is none yet. Names differ by case.</summary>
    public async Task<int> CodeOfAsync(NameKind kind, string name, CancellationToken cancellationToken) => (await CodesOfAsync([(kind, name)], cancellationToken))[(kind, name)];

    /// <summary>The codes of names; those that have none get them in one transaction.</summary>
    public async Task<IReadOnlyDictionary<(NameKind Kind, string Name), int>> CodesOfAsync(IReadOnlyCollection<(NameKind Kind, string Name)> names, CancellationToken cancellationToken)
    {
        var (codes, missing) = (new Dictionary<(NameKind Kind, string Name), int>(), new HashSet<(NameKind Kind, string Name)>());
        foreach (var name in names)
        {
            if (_codes.TryGetValue(name, out var code))
            {
                codes[name] = code;
            }
            else
            {
                missing.Add(name);
            }
        }

        foreach (var (name, code) in missing.Count > 0 ? await FindOrGiveAsync(missing, cancellationToken) : [])
        {
            codes[name] = code;
        }

        return codes;
    }

    /// <summary>An id that no other database's book has: rows that were made by the codes of another book mean something else.</summary>
    public async Task<string> ReadIdAsync(CancellationToken cancellationToken)
    {
        await _giving.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var book = await db.TftNames.FirstOrDefaultAsync(one => one.Kind == NameKind.Book, cancellationToken);
            if (book is null)
            {
                db.Add(book = new TftName { Kind = NameKind.Book, Code = 1, Name = Guid.NewGuid().ToString("N") });
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return book.Name;
        }
        finally
        {
            _giving.Release();
        }
    }

    /// <summary>The code of a name; null where no match has brought it yet.</summary>
    public async Task<int?> FindCodeAsync(NameKind kind, string name, CancellationToken cancellationToken)
    {
        if (_codes.TryGetValue((kind, name), out var code))
        {
            return code;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.TftNames.AsNoTracking().FirstOrDefaultAsync(one => one.Kind == kind && one.Name == name, cancellationToken);
        if (stored is not null)
        {
            Remember((kind, name), stored.Code);
        }

        return stored?.Code;
    }

    /// <summary>The name of a code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was never given.</exception>
    public async Task<string> NameOfAsync(NameKind kind, int code, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.TftNames.AsNoTracking().FirstOrDefaultAsync(one => one.Kind == kind && one.Code == code, cancellationToken))?.Name
            ?? throw new ArgumentOutOfRangeException(nameof(code), code, $"No {kind} has this code.");
    }

    /// <summary>All names of a kind by their codes.</summary>
    public async Task<IReadOnlyDictionary<int, string>> NamesByCodeAsync(NameKind kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TftNames.AsNoTracking().Where(one => one.Kind == kind).ToDictionaryAsync(one => one.Code, one => one.Name, cancellationToken);
    }

    /// <summary>All names of a kind, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(NameKind kind, CancellationToken cancellationToken) =>
        [.. (await NamesByCodeAsync(kind, cancellationToken)).Values.Order(StringComparer.Ordinal)];

    public void Dispose() => _giving.Dispose();

    private async Task<Dictionary<(NameKind Kind, string Name), int>> FindOrGiveAsync(IReadOnlyCollection<(NameKind Kind, string Name)> names, CancellationToken cancellationToken)
    {
        await _giving.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);

            // It holds the database's write lock from here on: between looking and giving nobody else gives a code.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var codes = new Dictionary<(NameKind Kind, string Name), int>();
            foreach (var kind in names.GroupBy(name => name.Kind, name => name.Name))
            {
                await FindOrGiveAsync(db, kind.Key, [.. kind], codes, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            foreach (var (name, code) in codes)
            {
                Remember(name, code);
            }

            return codes;
        }
        finally
        {
            _giving.Release();
        }
    }

    private static async Task FindOrGiveAsync(
        MnmDbContext db, NameKind kind, IReadOnlyList<string> names, Dictionary<(NameKind Kind, string Name), int> codes, CancellationToken cancellationToken)
    {
        var stored = await db.TftNames.AsNoTracking().Where(one => one.Kind == kind && names.Contains(one.Name)).ToListAsync(cancellationToken);
        foreach (var one in stored)
        {
            codes[(kind, one.Name)] = one.Code;
        }

        if (stored.Count == names.Count)
        {
            return;
        }

        var last = await db.TftNames.Where(one => one.Kind == kind).MaxAsync(one => (int?)one.Code, cancellationToken) ?? 0;
        foreach (var name in names.Where(name => !codes.ContainsKey((kind, name))))
        {
            codes[(kind, name)] = ++last;
            db.Add(new TftName { Kind = kind, Code = last, Name = name });
        }
    }

    private void Remember((NameKind Kind, string Name) name, int code)
    {
        if (_codes.Count >= MostRemembered)
        {
            _codes.Clear();
        }

        _codes[name] = code;
    }
}
