using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector;
using MnM.Tests.Security;
using MnM.Web.Shell;

namespace MnM.Tests.Shell.Pages;

public sealed class LiveComponentTests : VisitorContext
{
    private readonly Feed<string> _feed = new("first");

    public LiveComponentTests() => Services.AddSingleton(_feed);

    [Fact]
    public void The_current_value_is_shown_at_once_and_later_ones_as_they_come()
    {
        var shown = Render<Probe>();
        Assert.Equal("first", shown.Markup);

        _feed.Publish("second");

        shown.WaitForAssertion(() => Assert.Equal("second", shown.Markup));
    }

    [Fact]
    public async Task After_disposal_the_feed_has_no_reader()
    {
        var shown = Render<Probe>();
        shown.WaitForAssertion(() => Assert.Equal(1, _feed.Readers));

        await DisposeComponentsAsync();

        Assert.Equal(0, _feed.Readers);
    }

    [Fact]
    public async Task Prerendering_shows_the_current_value_and_leaves_no_reader()
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);

        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Probe>()).ToHtmlString());

        Assert.Equal("first", html);
        Assert.Equal(0, _feed.Readers);
    }

    [Fact]
    public void A_value_that_cannot_be_shown_is_the_error_boundarys_matter_and_ends_the_reading()
    {
        var boundary = Render<ErrorBoundary>(parameters => parameters
            .AddChildContent<Probe>()
            .Add(b => b.ErrorContent, fault => $"<b>{fault.Message}</b>"));

        _feed.Publish("bad");

        boundary.WaitForAssertion(() => Assert.Equal("<b>cannot be shown</b>", boundary.Markup));
        boundary.WaitForAssertion(() => Assert.Equal(0, _feed.Readers));
    }

    public sealed class Probe : LiveComponent
    {
        private string _text = "";

        [Microsoft.AspNetCore.Components.Inject]
        public required Feed<string> Feed { get; init; }

        protected override void OnInitialized() => Watch(Feed, Show);

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _text);

        private void Show(string text) => _text = text == "bad" ? throw new InvalidOperationException("cannot be shown") : text;
    }
}
