using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace MnM.Web.Tft.Explorer;

/// <summary>A page that shows what its address says; another address of the same page is read when it comes.</summary>
public abstract class AddressPage : ComponentBase, IDisposable
{
    private Uri? _shown;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ShowAsync(new Uri(Navigation.Uri));

    /// <summary>Shows what the address says.</summary>
    protected abstract Task ShowAsync(IReadOnlyDictionary<string, StringValues> said);

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        GC.SuppressFinalize(this);
    }

    // The router draws a page anew only when another one is to be shown, or a part of its path has changed.
    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        var address = new Uri(change.Location);
        if (address.AbsolutePath == _shown?.AbsolutePath)
        {
            _ = InvokeAsync(() => FollowAsync(address));
        }
    }

    private async Task FollowAsync(Uri address)
    {
        try
        {
            await ShowAsync(address);
            StateHasChanged();
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private Task ShowAsync(Uri address)
    {
        if (address == _shown)
        {
            return Task.CompletedTask;
        }

        _shown = address;
        return ShowAsync(QueryHelpers.ParseQuery(address.Query));
    }
}
