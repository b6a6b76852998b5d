using System.Net;
using System.Net.Http.Json;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;

namespace MnM.Tests.Data;

/// <summary>The repair's page where who sits at this machine is not its owner for that alone.</summary>
public sealed class RepairOwnerTests : IAsyncLifetime
{
    private RepairingMnm _mnm = null!;
    private string _code = "";
    private string _path = "";

    public async Task InitializeAsync()
    {
        var folder = new TemporaryFolder();
        (_path, _code) = (folder.Path, OwnerCode.Tell(RunningMnm.SettingsFor(folder)));
        _mnm = await RepairingMnm.StartAsync(folder, ("OWNER_FROM_LOOPBACK", "false"));
    }

    public Task DisposeAsync() => _mnm.DisposeAsync().AsTask();

    [Fact]
    public async Task A_stranger_is_asked_for_the_owner_code_and_told_nothing()
    {
        using var answer = await _mnm.Client.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("data-pair=\"/repair/owner\"", page, StringComparison.Ordinal);
        Assert.Contains("js/pair.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("torn", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_path, page, StringComparison.Ordinal);

        using var style = await _mnm.Client.GetAsync("/css/tokens.css");
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        using var wrong = await _mnm.Client.PostAsJsonAsync("/repair/owner", new { code = "AAAA-AAAA-AAAA-AAAA-AAAA" });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("not the owner code", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var begun = await _mnm.Client.PostAsync("/repair/empty", null);
        Assert.Equal(HttpStatusCode.Unauthorized, begun.StatusCode);
        Assert.Equal(0, _mnm.Restarts);
    }

    [Fact]
    public async Task Whoever_gives_the_owner_code_repairs()
    {
        using var entered = await _mnm.Client.PostAsJsonAsync("/repair/owner", new { code = _code.ToLowerInvariant() });
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        Assert.Matches("^mnm-repair=[A-Za-z0-9_-]{43}; path=/; samesite=strict; httponly$", Assert.Single(entered.Headers.GetValues("Set-Cookie")));

        using var answer = await _mnm.Client.GetAsync("/");
        Assert.Contains("torn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var begun = await _mnm.Client.PostAsync("/repair/empty", null);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        Assert.Equal(1, _mnm.Restarts);
    }
}
