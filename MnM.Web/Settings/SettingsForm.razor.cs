using System.Globalization;
using MnM.Web.Hosting;

namespace MnM.Web.Settings;

/// <summary>All settings by group. What is typed is kept in the page until it is saved; .env is written as a whole.</summary>
public sealed partial class SettingsForm
{
    private const string RecordingDays = "RECORDING_DAYS";

    private readonly Dictionary<string, string?> _changes = [];
    private SettingsScene _scene = new([], []);
    private IReadOnlyList<Fault> _faults = [];
    private string? _said;
    private bool _asks;
    private bool _restarting;
    private int _round;

    private bool IsOff => _restarting || _asks || Desk.Path is null || !RendererInfo.IsInteractive;

    private IEnumerable<string> General =>
        (Desk.Fault is { } fault ? [$"What was set last is not in use. {fault}"] : Array.Empty<string>())
        .Concat(_faults.Where(one => _scene.Find(one.Setting) is null).Select(one => one.ToString()))
        .Concat(Desk.Path is null ? ["This MnM reads no .env; its settings cannot be changed here."] : []);

    private bool InterruptsGame => Desk.EffectOf(_changes.Keys) == SettingsEffect.BeginsAnew && Live.Current.RunningGame is not null;

    /// <summary>For how many days recordings are to be kept; null where that is not shorter than now.</summary>
    private int? FewerDays => DaysIn(_changes.GetValueOrDefault(RecordingDays)) is { } days && !(days >= DaysIn(_scene.Find(RecordingDays)?.Value)) ? days : null;

    private string Pending => _changes.Count switch
    {
        0 => "Nothing is changed.",
        _ when Desk.EffectOf(_changes.Keys) == SettingsEffect.AtOnce => "Used at once.",
        _ when Desk.EffectOf(_changes.Keys) == SettingsEffect.FromNextStart => "Used when MnM starts next.",
        _ => "To use it MnM is away for a moment; this page comes back by itself.",
    };

    /// <inheritdoc />
    protected override void OnInitialized() => Read();

    private void Read()
    {
        _scene = Desk.Read();
        _faults = _scene.Faults;
        _round++;
    }

    private static int? DaysIn(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days : null;

    private IReadOnlyList<Fault> FaultsOf(string name) => [.. _faults.Where(fault => fault.Setting == name)];

    private void Change(SettingField field, string? value)
    {
        value = value?.Trim() is { Length: > 0 } text ? text : null;
        if (value == field.Value && !field.IsSecret)
        {
            _changes.Remove(field.Name);
        }
        else
        {
            _changes[field.Name] = value;
        }

        (_said, _faults) = (null, Desk.Check(_changes));
    }

    private void Undo(string name)
    {
        _changes.Remove(name);
        _faults = Desk.Check(_changes);
    }

    private void Discard()
    {
        _changes.Clear();
        _said = null;
        Read();
    }

    private void Save()
    {
        if (_changes.Count == 0)
        {
            return;
        }

        _faults = Desk.Check(_changes);
        if (_faults.Count == 0 && (InterruptsGame || FewerDays is not null))
        {
            _asks = true;
            return;
        }

        Write(isLater: false);
    }

    private void Write(bool isLater)
    {
        _asks = false;
        (_faults, var effect) = Desk.Save(_changes);
        if (_faults.Count > 0)
        {
            _said = "Nothing was saved.";
            return;
        }

        _changes.Clear();
        effect = isLater ? SettingsEffect.FromNextStart : effect;
        _restarting = effect == SettingsEffect.BeginsAnew;
        _said = effect == SettingsEffect.AtOnce ? "Saved, and in use." : "Saved. It is used when MnM starts next.";
        Desk.Apply(effect);
        Read();
    }
}
