using MnM.Web.Games;

namespace MnM.Tests.Games;

public sealed class LatestSeekTests
{
    private readonly List<double> _shown = [];
    private TaskCompletionSource _rendered = new();

    [Fact]
    public void While_one_second_is_shown_only_the_latest_of_the_others_waits()
    {
        var seek = new LatestSeek(ShowAsync);
        seek.Want(1);
        seek.Want(2);
        seek.Want(3);
        seek.Want(4);
        Assert.Equal([1], _shown);

        Rendered();
        Assert.Equal([1, 4], _shown);
        Rendered();
        Assert.Equal([1, 4], _shown);

        seek.Want(5);
        Assert.Equal([1, 4, 5], _shown);
    }

    [Fact]
    public async Task Disposed_it_shows_nothing_more()
    {
        var seek = new LatestSeek(ShowAsync);
        seek.Want(1);
        seek.Want(2);

        await seek.DisposeAsync();

        Assert.Equal([1], _shown);
    }

    private Task ShowAsync(double second, CancellationToken cancellationToken)
    {
        _shown.Add(second);
        _rendered = new();
        return _rendered.Task.WaitAsync(cancellationToken);
    }

    private void Rendered() => _rendered.SetResult();
}
