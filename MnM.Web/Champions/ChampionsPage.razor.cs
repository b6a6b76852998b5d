using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;

namespace MnM.Web.Champions;

/// <summary>All champions, with the stored games of each. Name and order stand in the address.</summary>
public sealed partial class ChampionsPage
{
    private const string ByGames = "games";

    private ImmutableArray<ListedChampion>? _all;
    private ImmutableArray<ListedChampion> _shown = [];
    private string? _name;
    private bool _byGames;
    private bool _failed;

    [SupplyParameterFromQuery(Name = "name")] private string? Name { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (_name, _byGames) = (Name, Sort == ByGames);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            (_all, _failed) = (await Reader.ListAsync(CancellationToken.None), false);
            Show(_name, _byGames);
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, fault);
            _failed = true;
        }
    }

    private void Show(string? name, bool byGames)
    {
        (_name, _byGames) = (string.IsNullOrWhiteSpace(name) ? null : name, byGames);
        var fitting = (_all ?? []).Where(one => _name is null || NameMatch.Of(_name, one.Champion) is not null);
        _shown = [.. byGames ? fitting.OrderByDescending(one => one.Games).ThenBy(one => one.Champion.Name, StringComparer.OrdinalIgnoreCase) : fitting];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The champions could not be read for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
