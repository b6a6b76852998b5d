using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MnM.Web.Search;

/// <summary>Finds players, champions and matches while somebody types, and leads to their pages.</summary>
public sealed partial class SearchBox
{
    private TypedSearch? _search;
    private ImmutableArray<SearchGroup> _groups = [];
    private FoundThings? _shown;
    private string _typed = "";
    private int _at;
    private bool _isOpen;

    /// <summary>Whether the first of an answer that is on its way is to be opened.</summary>
    private bool _goes;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    private IReadOnlyList<SearchChoice> Choices => [.. _groups.SelectMany(group => group.Choices)];

    /// <summary>What a screen reader says.</summary>
    private string Told => _search switch
    {
        { Fault: not null } => "The database did not answer",
        { IsAsking: true } => "Searching",
        { Text.Length: > 0 } => Choices.Count switch { 0 => "Nothing found", 1 => "1 found", var count => $"{count} found" },
        _ => "",
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Leave;
        _search?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _search = new TypedSearch(async (text, cancellationToken) => (await Query.FindAsync(text, cancellationToken)).For((await Visitor).User, Customs), Clock);
        Navigation.LocationChanged += Leave;
    }

    private static string IdOf(int place) => $"mnm-found-{place}";

    private async Task AskAsync(string? text)
    {
        (_typed, _isOpen, _goes) = (text ?? "", true, false);
        await _search!.TypeAsync(_typed);
        if (_search.Fault is { } fault)
        {
            Log.NotFound(Logger, fault);
        }

        if (!ReferenceEquals(_shown, _search.Found))
        {
            (_shown, _at) = (_search.Found, 0);
            _groups = _shown is null ? [] : SearchGroup.Of(_shown, Catalogs.Current, Clock);
        }

        if (_goes && !_search.IsAsking)
        {
            await GoAsync();
        }
    }

    private Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when Choices.Count > 0:
                (_isOpen, _at) = (true, (_at + 1) % Choices.Count);
                break;
            case "ArrowUp" when Choices.Count > 0:
                (_isOpen, _at) = (true, (_at + Choices.Count - 1) % Choices.Count);
                break;
            case "Escape":
                Close();
                break;
            case "Enter" when _search!.IsAsking:
                _goes = true;
                break;
            case "Enter":
                return GoAsync();
        }

        return Task.CompletedTask;
    }

    private async Task GoAsync()
    {
        _goes = false;
        if (Choices.ElementAtOrDefault(_at) is { } choice)
        {
            Navigation.NavigateTo(choice.Address);
            await LeaveAsync();
        }
    }

    private void Open() => _isOpen = true;

    private void Close() => (_isOpen, _goes) = (false, false);

    /// <summary>Somebody goes to another page, by the list or otherwise.</summary>
    private void Leave(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(LeaveAsync);

    private async Task LeaveAsync()
    {
        if (_typed.Length == 0 && !_isOpen)
        {
            return;
        }

        (_typed, _groups, _shown) = ("", [], null);
        Close();
        await _search!.TypeAsync("");
        StateHasChanged();
        try
        {
            await Scripts.InvokeVoidAsync("mnmSearch.leave");
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The search could not be answered")]
        public static partial void NotFound(ILogger logger, Exception fault);
    }
}
