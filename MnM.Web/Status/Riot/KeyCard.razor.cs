using Microsoft.AspNetCore.Components;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Web.Status.Riot;

/// <summary>A product's key: how it stands, and the field for another one. The key itself is never shown.</summary>
public sealed partial class KeyCard(KeyEntry entry)
{
    private ElementReference _input;
    private ElementReference _keep;
    private object _field = new();
    private string? _typed;
    private bool _form;
    private bool _asks;
    private bool _busy;
    private bool _focus;
    private (bool IsGood, string Text)? _said;

    /// <summary>How the key stands.</summary>
    [Parameter, EditorRequired] public required KeyReport Key { get; set; }

    /// <summary>A key was entered, checked or forgotten.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private (string Kind, string Icon, string Text) Words => RiotWords.Key(Key);

    private string FieldId => $"key-{Key.Product}";

    private bool IsOwn => Key.Origin is KeyOrigin.Entered or KeyOrigin.Settings;

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    private string Standing => string.Join(" · ", new[]
    {
        Words.Text, RiotWords.Origin(Key), Key.Since is { } since ? $"since {Clocks.Time(since, Time)}" : null,
    }.Where(part => part is not null));

    /// <inheritdoc/>
    protected override void OnInitialized() => _form = Key is { Product: RiotProduct.League, State: KeyState.Missing or KeyState.Bad };

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && (_form || _asks))
        {
            _focus = false;
            await (_form ? _input : _keep).FocusAsync();
        }
    }

    private void Toggle()
    {
        (_form, _asks, _said, _focus) = (!_form, false, null, !_form);
        Clear();
    }

    private void Ask() => (_asks, _form, _said, _focus) = (true, false, null, true);

    private async Task EnterAsync()
    {
        var typed = _typed ?? "";
        Clear();
        var trial = await BusyAsync(() => entry.EnterAsync(Key.Product, typed, CancellationToken.None));
        _said = RiotWords.Entered(trial);
        _form = _said is { IsGood: false };
        _focus = _form;
    }

    private async Task CheckAsync() => _said = RiotWords.Checked(await BusyAsync(() => entry.CheckAsync(Key.Product, CancellationToken.None)));

    private async Task ForgetAsync()
    {
        _asks = false;
        _said = entry.Forget(Key.Product) ? (true, "The key is forgotten.") : (false, "The key could not be deleted from MnM’s data folder; it stays in use.");
        await Changed.InvokeAsync();
    }

    private async Task<KeyTrial> BusyAsync(Func<Task<KeyTrial>> ask)
    {
        (_busy, _said) = (true, null);
        StateHasChanged();
        try
        {
            return await ask();
        }
        finally
        {
            _busy = false;
            await Changed.InvokeAsync();
        }
    }

    private void Clear() => (_typed, _field) = (null, new object());
}
