using MnM.Web.Tracking;

namespace MnM.Tests.Tracking;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Help_and_labels_are_escaped_and_each_line_ends_with_a_line_feed()
    {
        var text = new PrometheusText();
        text.Gauge("a_gauge", "A \\ and\na \"line\".", (1.5, [("path", "C:\\x"), ("said", "\"no\"\nyes")]), (double.NaN, []));
        text.Counter("a_total", "Grows.", (double.PositiveInfinity, []), (double.NegativeInfinity, []), (1e21, []), (-0.1, []));
        text.Gauge("empty", "Has none.", []);

        Assert.Equal(
            """
            # HELP a_gauge A \\ and\na "line".
            # TYPE a_gauge gauge
            a_gauge{path="C:\\x",said="\"no\"\nyes"} 1.5
            a_gauge NaN
            # HELP a_total Grows.
            # TYPE a_total counter
            a_total +Inf
            a_total -Inf
            a_total 1E+21
            a_total -0.1
            # HELP empty Has none.
            # TYPE empty gauge

            """.ReplaceLineEndings("\n"),
            text.ToString());
    }
}
