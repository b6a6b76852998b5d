using System.Globalization;

namespace MnM.Web.Sharing.Listening;

/// <summary>Kestrel's endpoints as configuration that may change while it runs: those of this machine stay, those of the local network come and go.</summary>
internal sealed class ListenSource : ConfigurationProvider, IConfigurationSource
{
    private readonly IReadOnlyList<string> _here;
    private readonly Dictionary<string, int> _tries = [];
    private IReadOnlyList<string> _lan = [];

    /// <param name="here">What is listened to always.</param>
    public ListenSource(IReadOnlyList<string> here)
    {
        _here = here;
        Fill();
    }

    /// <summary>What is listened to in the local network.</summary>
    public IReadOnlyList<string> Lan => Volatile.Read(ref _lan);

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Listens to <paramref name="lan"/> beside what is listened to always. Answers whether that is something else than before.</summary>
    public bool Listen(IReadOnlyList<string> lan)
    {
        if (lan.SequenceEqual(Lan))
        {
            return false;
        }

        Volatile.Write(ref _lan, lan);
        Fill();
        OnReload();
        return true;
    }

    /// <summary>Tries again to listen to some of them.</summary>
    public void Retry(IReadOnlyList<string> lan)
    {
        foreach (var url in lan)
        {
            _tries[url] = _tries.GetValueOrDefault(url) + 1;
        }

        Fill();
        OnReload();
    }

    // An endpoint that keeps its name and address is left alone by Kestrel; a colon in the name would be a section.
    private void Fill() => Data = _here.Select((url, index) => (Name: string.Create(CultureInfo.InvariantCulture, $"Here{index}"), Url: url))
        .Concat(Lan.Select(url => (Name: string.Create(CultureInfo.InvariantCulture, $"{url.Replace(':', '_')} {_tries.GetValueOrDefault(url)}"), Url: url)))
        .ToDictionary(endpoint => $"Endpoints:{endpoint.Name}:Url", endpoint => (string?)endpoint.Url);
}
