namespace MnM.Tests.Browser.Tour;

/// <summary>What holds for every page, in the demo's frame.</summary>
public sealed class EveryPageTests(PageTour tour) : IClassFixture<PageTour>
{
    private static readonly string[] Lightest = ["/", "/board", "/scouting"];

    [BrowserFact]
    public async Task No_page_asks_another_host() => AssertNone(visit => visit.Foreign, await tour.VisitsAsync());

    [BrowserFact]
    public async Task No_page_writes_an_error_into_the_console() => AssertNone(visit => visit.Errors, await tour.VisitsAsync());

    [BrowserFact]
    public async Task No_page_is_wider_than_its_window() => AssertNone(visit => visit.TooNarrow, await tour.VisitsAsync());

    [BrowserFact]
    public async Task No_icon_lacks_its_drawing() => AssertNone(visit => visit.BareIcons, await tour.VisitsAsync());

    [BrowserFact]
    public async Task Axe_finds_nothing_serious_in_either_theme_on_a_phone_or_a_desk() => AssertNone(visit => visit.Barriers, await tour.VisitsAsync());

    [BrowserFact]
    public async Task A_first_visit_is_light()
    {
        var visits = await tour.VisitsAsync();
        Assert.True(visits.Count >= 26);
        AssertNone(
            visit => visit.Kilobytes <= (Lightest.Contains(visit.Route) ? 200 : 450)
                ? []
                : [$"{visit.Kilobytes:F0} KB: {string.Join(", ", visit.Received.OrderByDescending(file => file.Value).Take(6).Select(file => $"{file.Key} {file.Value}"))}"],
            visits);
    }

    // Assert.Empty would cut the lines short: they are what is to be mended.
    private static void AssertNone(Func<PageVisit, IEnumerable<string>> faults, IEnumerable<PageVisit> visits)
    {
        var found = visits.SelectMany(visit => faults(visit).Select(fault => $"{visit.Route}: {fault}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
