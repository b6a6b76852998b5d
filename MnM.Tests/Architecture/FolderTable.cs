using MnM.Tests.Hosting;

namespace MnM.Tests.Architecture;

/// <summary>Which folder may mention which others, as docs/architecture.md says. A row that says "all" composes the others.</summary>
internal sealed record FolderTable(IReadOnlyDictionary<string, IReadOnlySet<string>> Rows)
{
    private const string All = "all";

    /// <summary>The table whose first heading is <paramref name="heading"/>.</summary>
    public static FolderTable Read(string heading)
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "docs", "architecture.md"))
            .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        return Of([.. lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1].Trim('`'), cells[2]))]);
    }

    /// <summary>A table from rows of a folder and the folders it may mention, separated by commas; a dash means none.</summary>
    public static FolderTable Of(params (string Folder, string MayMention)[] rows) => new(rows.ToDictionary(
        row => row.Folder,
        row => (IReadOnlySet<string>)row.MayMention.Split(',', StringSplitOptions.TrimEntries).Select(name => name.Trim('`')).Where(name => name is not "–").ToHashSet()));

    /// <summary>Whether <paramref name="folder"/> composes the others and may mention them all.</summary>
    public bool Composes(string folder) => Rows.TryGetValue(folder, out var mayMention) && mayMention.Contains(All);

    /// <summary>Sentences about mentions that have no place in the table, and about cycles; what composes is no part of a cycle.</summary>
    /// <param name="types">The types to look at.</param>
    /// <param name="folderOf">The folder of a type; null for one that belongs to none.</param>
    public IReadOnlyList<string> FaultsIn(IEnumerable<Type> types, Func<Type, string?> folderOf)
    {
        var mentions =
            from type in types
            let folder = folderOf(type)
            where folder is not null
            from other in Mentions.Of(type)
            let otherFolder = folderOf(other)
            where otherFolder is not null && otherFolder != folder
            select (Folder: folder, Other: otherFolder, What: $"{type} mentions {other}");
        var found = mentions.ToList();
        var strays = found.Where(mention => !Allows(mention.Folder, mention.Other)).Select(mention => $"{mention.Folder} may not mention {mention.Other}: {mention.What}");
        var followers = found.Where(mention => !Composes(mention.Folder)).ToLookup(mention => mention.Folder, mention => mention.Other);
        var cycles = followers.Select(group => group.Key).Where(folder => Reaches(followers, folder, folder)).Select(folder => $"{folder} is part of a cycle");
        return [.. strays.Distinct(), .. cycles];
    }

    private bool Allows(string folder, string other) => Composes(folder) || (Rows.TryGetValue(folder, out var mayMention) && mayMention.Contains(other));

    private static bool Reaches(ILookup<string, string> followers, string from, string target)
    {
        HashSet<string> seen = [];
        Queue<string> open = new(followers[from]);
        while (open.TryDequeue(out var next))
        {
            if (next == target)
            {
                return true;
            }

            if (seen.Add(next))
            {
                foreach (var follower in followers[next])
                {
                    open.Enqueue(follower);
                }
            }
        }

        return false;
    }
}
