using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace MnM.Web.Hosting;

/// <summary>Turns texts by setting name into options, and keeps every fault instead of stopping at the first.</summary>
internal sealed class SettingsReader(IReadOnlyDictionary<string, string> values)
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public T Read<T>()
        where T : new()
    {
        T options = new();
        var settings = Setting.Of(typeof(T)).ToList();
        foreach (var setting in settings.Where(setting => values.ContainsKey(setting.Name)))
        {
            Set(options, setting, values[setting.Name]);
        }

        // Validator skips IValidatableObject while an attribute fails; asking it too tells all faults at once.
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        if (results.Count > 0 && options is IValidatableObject validatable)
        {
            results.AddRange(validatable.Validate(new(options)));
        }

        // Only what was given can be wrong: a value that falls back to another setting would accuse both.
        var faults =
            from result in results
            from setting in settings
            where result.MemberNames.Contains(setting.Property.Name) && values.ContainsKey(setting.Name)
            select new Fault(setting.Name, result.ErrorMessage!);
        _faults.AddRange(faults.Distinct());
        return options;
    }

    private void Set(object options, Setting setting, string text)
    {
        var type = Nullable.GetUnderlyingType(setting.Property.PropertyType) ?? setting.Property.PropertyType;
        var (value, fault) = Convert(type, text);
        if (fault is not null)
        {
            // What may hold a password is not repeated.
            _faults.Add(new(setting.Name, Setting.Secrets.Contains(setting.Name) ? fault.Replace($"\"{text}\"", "it", StringComparison.Ordinal) : fault));
            return;
        }

        try
        {
            setting.Property.SetValue(options, value);
        }
        catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is ArgumentException or IOException or NotSupportedException)
        {
            _faults.Add(new(setting.Name, $"\"{text}\" cannot be used"));
        }
    }

    private static (object? Value, string? Fault) Convert(Type type, string text)
    {
        if (type == typeof(string))
        {
            return (text, null);
        }

        if (type == typeof(bool))
        {
            return text.ToUpperInvariant() switch
            {
                "TRUE" or "1" or "YES" or "ON" => (true, null),
                "FALSE" or "0" or "NO" or "OFF" => (false, null),
                _ => (null, $"\"{text}\" is neither true nor false"),
            };
        }

        if (type == typeof(int) || type == typeof(int?))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? (whole, null)
                : (null, $"\"{text}\" is not a whole number");
        }

        if (type == typeof(Uri))
        {
            // Without the slash at its end HttpClient would drop the last part of a base address.
            return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? (uri, null)
                : (null, $"\"{text}\" is not an address that begins with http:// or https://");
        }

        // Bounded before it becomes a TimeSpan, which overflows on large numbers; no setting comes near.
        const double Most = 1e9;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Most;
        return !isNumber ? (null, $"\"{text}\" is not a number")
            : type == typeof(TimeSpan) ? (TimeSpan.FromSeconds(number), null)
            : type == typeof(double) ? (number, null)
            : throw new NotSupportedException($"No setting can be a {type}.");
    }
}
