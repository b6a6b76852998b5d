using System.Collections;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;
using MnM.Web.Demo;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Tests.Demo;

public sealed class ModeLoopSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingLogger _log = new();
    private readonly FakeSimulator _fake = new();
    private readonly Channel<string> _addresses = Channel.CreateUnbounded<string>();
    private readonly List<(MnmSettings Settings, Restart Restart)> _begun = [];
    private readonly CancellationTokenSource _stop = new();
    private string? _refused;

    [UnixFact]
    public async Task Begun_anew_MnM_follows_what_was_set_on_the_same_address_and_stays_shared()
    {
        _folder.Write(".env", "RIOT_PLATFORM=na1\n");
        var running = Run(out _);
        var address = await NextAddressAsync();
        Assert.Equal("na1", _begun[^1].Settings.Riot.Platform);

        _folder.Write(".env", "RIOT_PLATFORM=kr\n");
        _begun[^1].Restart.Begin();

        Assert.Equal(address, await NextAddressAsync());
        Assert.Equal("kr", _begun[^1].Settings.Riot.Platform);
        Assert.True(_begun[^1].Settings.IsShared);
        await _stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [UnixFact]
    public async Task Settings_that_MnM_cannot_begin_with_lead_back_to_those_before()
    {
        _folder.Write(".env", "RIOT_PLATFORM=na1\n");
        var running = Run(out var inUse);
        var address = await NextAddressAsync();

        _folder.Write(".env", "RIOT_PLATFORM=kr\n");
        _refused = "kr";
        _begun[^1].Restart.Begin();

        Assert.Equal(address, await NextAddressAsync());
        Assert.Equal("na1", inUse.Current.Riot.Platform);
        Assert.Equal("MnM cannot start: no service for kr", inUse.Fault);
        await _stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _fake.Dispose();
        _log.Dispose();
        _folder.Dispose();
    }

    private Task<int> Run(out SettingsInUse inUse)
    {
        var quiet = RunningMnm.SettingsFor(_folder).Values.Select(pair => $"{(pair.Key.StartsWith("--", StringComparison.Ordinal) ? "" : "--")}{pair.Key}={pair.Value}");
        SettingsSources sources = new(CommandLine.Parse(["--lan", .. quiet]), _folder.Path, _folder.Path, new Hashtable());
        var settings = sources.Load();
        inUse = new(settings, sources, new LogRules(settings));
        return new ModeLoop(settings, _fake.Command, _log, TimeProvider.System, Watch) { InUse = inUse, Listening = address => _addresses.Writer.TryWrite(address) }.RunAsync(_stop.Token);
    }

    private void Watch(IServiceCollection services)
    {
        var (settings, restart) = (Find<MnmSettings>(services), Find<Restart>(services));
        _begun.Add((settings, restart));
        if (_refused is not null && settings.Riot.Platform == _refused)
        {
            throw new InvalidOperationException($"no service for {_refused}");
        }
    }

    private static T Find<T>(IServiceCollection services) => (T)services.Last(service => service.ServiceType == typeof(T)).ImplementationInstance!;

    private async Task<string> NextAddressAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        return await _addresses.Reader.ReadAsync(patience.Token);
    }
}
