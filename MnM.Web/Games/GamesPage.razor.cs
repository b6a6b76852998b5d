using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using MnM.Collector.Live;
using MnM.Web.Live;
using Radzen;

namespace MnM.Web.Games;

/// <summary>The list of watched games.</summary>
public sealed partial class GamesPage
{
    private Virtualize<ListedGame>? _list;
    private ClaimsPrincipal _visitor = new();
    private GameChoices? _choices;
    private GameFilters _filters = GameFilters.None;
    private LiveView? _running;
    private (long? Game, bool Runs) _told;
    private int? _fitting;
    private string? _fault;
    private bool _failed;
    private bool _stale;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "mode")] private string? Mode { get; set; }
    [SupplyParameterFromQuery(Name = "champion")] private string? Champion { get; set; }
    [SupplyParameterFromQuery(Name = "result")] private string? Result { get; set; }
    [SupplyParameterFromQuery(Name = "time")] private string? Period { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "player")] private string? Player { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _visitor = (await Visitor).User;
        Watch(States, state => Show(Shared.Of(state, _visitor)));
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var filters = GameFilters.Of(Mode, Champion, Result, Period, From, To, Player, Sort);
        _stale |= filters != _filters;
        _filters = filters;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The list can be asked anew only when it is there, which is after the render that brought the new filters.
        if (_stale && _list is not null)
        {
            _stale = false;
            await RefreshAsync();
        }
    }

    private void Show(LiveState state)
    {
        _running = state.RunningGame;
        var told = (state.Game?.GameId, _running is not null);
        if (told == _told)
            return;

        // A game has begun or ended: its row changes.
        _told = told;
        _stale = true;
        if (_choices is { Games: 0 })
            _ = LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _choices = await Games.ChoicesAsync(Shared.OnlyMatched(_visitor), CancellationToken.None);
            _failed = false;
        }
        catch (Exception fault)
        {
            Fail(fault);
        }

        StateHasChanged();
    }

    private async ValueTask<ItemsProviderResult<ListedGame>> ProvideAsync(ItemsProviderRequest request)
    {
        try
        {
            var (games, total) = await Games.PageAsync(_filters.ToFilter(Time) with { OnlyMatched = Shared.OnlyMatched(_visitor) }, request.StartIndex, request.Count, request.CancellationToken);
            if (_fitting != total)
            {
                _fitting = total;
                StateHasChanged();
            }

            return new(games, total);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Fail(fault);
            StateHasChanged();
            return new([], 0);
        }
    }

    private void Go(GameFilters filters)
    {
        // Shown at once: the address comes back a moment later, and a calendar turned back until then would make the next click another day.
        (_filters, _stale) = (filters, true);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filters.ToQuery()));
    }

    private Task StarAsync((GameLine Line, bool Starred) wish) => StarAsync(wish.Line, wish.Starred);

    private async Task StarAsync(GameLine line, bool starred)
    {
        _fault = await Recordings.StarAsync(line.Id, starred);
        await RefreshAsync();
    }

    private async Task DeleteAsync(GameLine line)
    {
        (_, _fault) = await Recordings.DeleteAsync(line.Id, line.Name);
        await RefreshAsync();

        // The menu is gone from which the question was asked: the keyboard goes on where that was opened.
        await Scripts.InvokeVoidAsync("Radzen.focusElement", GameRow.MenuId(line.Id));
    }

    private void OpenMenu((GameLine Line, MouseEventArgs Click) asked)
    {
        var (line, click) = asked;
        List<ContextMenuItem> items =
        [
            new() { Text = "Open", Value = (Func<Task>)(() => Leave(line)) },
            new() { Text = line.IsStarred ? "Remove the star" : "Star", Value = (Func<Task>)(() => StarAsync(line, !line.IsStarred)) },
        ];
        if (line is { IsRecorded: true, IsLive: false })
            items.Add(line.IsStarred
                ? new() { Text = "Delete recording: remove the star first", Disabled = true }
                : new() { Text = "Delete recording…", Value = (Func<Task>)(() => DeleteAsync(line)) });

        Menus.Open(click, items, chosen =>
        {
            Menus.Close();
            _ = chosen.Value is Func<Task> act ? act() : Task.CompletedTask;
        });
    }

    private Task Leave(GameLine line)
    {
        Navigation.NavigateTo($"/games/{line.Id}");
        return Task.CompletedTask;
    }

    private async Task RefreshAsync()
    {
        if (_list is not null)
            await _list.RefreshDataAsync();

        StateHasChanged();
    }

    private void Fail(Exception fault)
    {
        _failed = true;
        Log.Failed(Logger, fault);
    }

    private static string Count(int games) => games == 1 ? "1 game" : $"{Figures.Whole(games)} games";

    private static string Kept(int? days) => days switch
    {
        null => "Recordings are kept for ever.",
        1 => "Recordings are kept 1 day; starred games always.",
        _ => $"Recordings are kept {Figures.Whole(days.Value)} days; starred games always.",
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The list of games could not be read")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
