using System.Collections.Immutable;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Sharing;
using MnM.Web.Sharing;

namespace MnM.Tests.Sharing;

/// <summary>The panels of the page Sharing in each of their states.</summary>
public sealed class SharingPanelsTests : BunitContext
{
    private const string First = "http://192.168.1.2:5080";
    private const string Second = "http://[fd00::2]:5080";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly SharingState On = new(IsOn: true, ShowsCustomGames: false);
    private static readonly Pairing Open = new("012345", "AAAAAAAAAAAAAAAAAAAAAA", Now.AddMinutes(4));
    private SharingChange? _saved;

    public SharingPanelsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Interactive(true);
    }

    [Fact]
    public async Task Sharing_begins_when_it_is_confirmed_and_not_before()
    {
        var panel = Switch(SharingState.Off);
        Assert.Contains("MnM answers this machine alone", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("input, .at, .note"));

        await panel.Find("button").ClickAsync();
        Assert.Equal("Share with the local network?", panel.Find("[role=alertdialog]").GetAttribute("aria-label"));
        await ButtonAsync(panel, "Not now");
        Assert.Empty(panel.FindAll("[role=alertdialog]"));
        Assert.Null(_saved);

        await panel.Find("button").ClickAsync();
        await ButtonAsync(panel, "Share");
        Assert.Equal(new SharingChange(IsOn: true), _saved);
    }

    [Fact]
    public async Task Sharing_ends_when_it_is_confirmed_and_nothing_else_is_decided()
    {
        var panel = Switch(On with { ShowsCustomGames = true }, First, Second);
        Assert.Equal([First, Second], panel.FindAll(".at li").Select(address => address.TextContent));
        Assert.True(panel.Find("input").HasAttribute("checked"));

        await ButtonAsync(panel, "Stop sharing");
        await ButtonAsync(panel, "Go on sharing");
        Assert.Null(_saved);
        await ButtonAsync(panel, "Stop sharing");
        await ButtonAsync(panel, "Stop sharing");
        Assert.Equal(new SharingChange(IsOn: false), _saved);
    }

    [Fact]
    public async Task Custom_games_are_shown_at_a_tick()
    {
        await Switch(On, First).Find("input").ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Equal(new SharingChange(ShowsCustomGames: true), _saved);
    }

    [Fact]
    public void Without_an_address_in_a_local_network_it_says_so()
    {
        var panel = Switch(On);
        Assert.Contains("has no address in a local network now", panel.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll(".at"));
    }

    [Fact]
    public void An_address_that_cannot_be_listened_to_is_named()
    {
        var panel = Switch(On, [First, Second], [Second]);
        Assert.Contains($"could not listen to {Second}: another program may have the port", panel.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("could not listen", Switch(On, First).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_of_an_own_certificate_is_shown()
    {
        var panel = Render<SwitchPanel>(panel => panel.Add(one => one.State, On).Add(one => one.Addresses, [First]).Add(one => one.Fingerprint, "AB:CD"));
        Assert.Equal("AB:CD", panel.Find(".print").TextContent);
        Assert.Empty(Switch(On, First).FindAll(".print"));
    }

    [Fact]
    public void A_certificate_that_could_not_be_stored_is_told()
    {
        var panel = Render<SwitchPanel>(panel => panel.Add(one => one.State, On).Add(one => one.Addresses, [First]).Add(one => one.Fingerprint, "AB:CD").Add(one => one.IsCertificateUnkept, true));
        Assert.StartsWith("A new certificate could not be stored", panel.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_not_live_yet_has_nothing_to_press()
    {
        Interactive(false);
        Assert.All(Switch(SharingState.Off).FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
        Assert.All(Code(null).FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public void An_open_code_is_shown_with_link_and_picture()
    {
        var panel = Code(Open, First);
        Assert.Equal("012 345", panel.Find(".code").TextContent);
        Assert.Equal($"{First}/pair#{Open.LinkToken}", panel.Find(".link").TextContent);
        Assert.Equal(QrPlot.Of($"{First}/pair#{Open.LinkToken}").Path, panel.Find("svg.qr path").GetAttribute("d"));
        Assert.Equal("240000", panel.Find("mnm-timer").GetAttribute("ms"));
        Assert.Equal(["Another code", "Close it"], panel.FindAll("button").Select(button => button.TextContent));
    }

    [Fact]
    public void From_where_wrong_codes_came_is_told_and_a_closed_code_is_no_more_shown()
    {
        Assert.Empty(Code(Open, First).FindAll(".note"));
        var missed = Code(Open with { WrongFrom = ["192.168.1.20"] }, First);
        Assert.Equal("Wrong codes came, 1 from 192.168.1.20. The fifth closes this one.", missed.Find(".note.warn").TextContent);
        Assert.Equal("012 345", missed.Find(".code").TextContent);

        var closed = Code(Open with { WrongFrom = ["192.168.1.20", "192.168.1.21", "192.168.1.20", "192.168.1.20", "192.168.1.20"] }, First);
        Assert.StartsWith("Wrong codes came, 4 from 192.168.1.20, 1 from 192.168.1.21, and closed this one.", closed.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(closed.FindAll(".code"));
        Assert.NotEmpty(closed.FindAll("svg.qr"));
        Assert.Contains("Another code", closed.FindAll("button").Select(button => button.TextContent));
    }

    [Fact]
    public void Without_an_address_the_code_stands_alone()
    {
        var panel = Code(Open);
        Assert.Equal("012 345", panel.Find(".code").TextContent);
        Assert.Empty(panel.FindAll("svg, .link"));
    }

    [Fact]
    public void The_link_leads_to_an_address_that_is_listened_to()
    {
        var panel = Render<CodePanel>(panel => panel.Add(one => one.Scene, Scene(Open, First, Second) with { Failed = [First] }));
        Assert.StartsWith(Second, panel.Find(".link").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_opened_and_closed_at_a_press()
    {
        List<string> done = [];
        var shut = Render<CodePanel>(panel => panel.Add(one => one.Scene, Scene(null, First)).Add(one => one.Open, () => done.Add("open")));
        Assert.Empty(shut.FindAll(".code, svg"));
        await shut.Find("button").ClickAsync();
        var open = Render<CodePanel>(panel => panel.Add(one => one.Scene, Scene(Open, First)).Add(one => one.Open, () => done.Add("another")).Add(one => one.Close, () => done.Add("close")));
        await ButtonAsync(open, "Another code");
        await ButtonAsync(open, "Close it");
        Assert.Equal(["open", "another", "close"], done);
    }

    [Fact]
    public void Devices_are_awaited_and_may_be_none()
    {
        var waiting = Devices(default);
        Assert.Equal("true", waiting.Find("section").GetAttribute("aria-busy"));
        Assert.Empty(waiting.FindAll("li"));
        var none = Devices([]);
        Assert.Null(none.Find("section").GetAttribute("aria-busy"));
        Assert.Contains("No device was let in yet.", none.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_sent_away_when_that_is_confirmed()
    {
        List<long> sent = [];
        var panel = Devices([View(1, "<b>Mika</b>", isOwner: false), View(2, "Laptop", isOwner: true)], sent.Add);
        Assert.Equal(["<b>Mika</b>", "Laptop"], panel.FindAll("li b").Select(name => name.TextContent));
        Assert.Contains("viewer · last here 5 min ago from 192.168.1.4", panel.FindAll("li small")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("owner · last here", panel.FindAll("li small")[1].TextContent, StringComparison.Ordinal);

        await panel.Find("button[aria-label='Send away Laptop']").ClickAsync();
        Assert.Equal("Send Laptop away?", panel.Find("[role=alertdialog]").GetAttribute("aria-label"));
        await ButtonAsync(panel, "Keep it");
        Assert.Empty(sent);
        await panel.Find("button[aria-label='Send away Laptop']").ClickAsync();
        await ButtonAsync(panel, "Send away");
        Assert.Equal([2L], sent);
        Assert.Empty(panel.FindAll("[role=alertdialog]"));
    }

    private void Interactive(bool isInteractive) => Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive));

    private IRenderedComponent<SwitchPanel> Switch(SharingState state, params string[] addresses) => Switch(state, addresses, []);

    private IRenderedComponent<SwitchPanel> Switch(SharingState state, string[] addresses, string[] failed) => Render<SwitchPanel>(panel => panel
        .Add(one => one.State, state).Add(one => one.Addresses, addresses).Add(one => one.Failed, failed).Add(one => one.Save, saved => _saved = saved));

    private IRenderedComponent<CodePanel> Code(Pairing? pairing, params string[] addresses) => Render<CodePanel>(panel => panel.Add(one => one.Scene, Scene(pairing, addresses)));

    private IRenderedComponent<DevicesPanel> Devices(ImmutableArray<DeviceView> devices, Action<long>? revoke = null) =>
        Render<DevicesPanel>(panel => panel.Add(one => one.Devices, devices).Add(one => one.Now, Now).Add(one => one.Revoke, device => revoke?.Invoke(device)));

    private static SharingScene Scene(Pairing? pairing, params string[] addresses) =>
        SharingScene.Loading with { State = On, Addresses = addresses, Pairing = pairing, TimeLeft = pairing is null ? TimeSpan.Zero : pairing.ExpiresAt - Now };

    private static DeviceView View(long id, string name, bool isOwner) => new(id, name, isOwner, Now.AddDays(-1), Now.AddMinutes(-5), "192.168.1.4");

    private static Task ButtonAsync<T>(IRenderedComponent<T> panel, string words)
        where T : IComponent => panel.FindAll("button").Single(button => button.Text().Trim() == words).ClickAsync();
}
