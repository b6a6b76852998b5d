using Microsoft.AspNetCore.Components;
using MnM.Collector;

namespace MnM.Web.Shell;

/// <summary>A component that shows feeds. A value is read only after the render of the one before has reached the browser: a slow one skips values.</summary>
public abstract class LiveComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<Func<Task>> _feeds = [];
    private readonly List<TaskCompletionSource> _unrendered = [];
    private Task _reading = Task.CompletedTask;

    /// <summary>Shows the feed's current value at once and, when the component lives in a browser, every later one. Call it in OnInitialized.</summary>
    protected void Watch<T>(Feed<T> feed, Action<T> show)
        where T : class
    {
        show(feed.Current);
        _feeds.Add(() => ReadAsync(feed, show));
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        // Prerendering never gets here, so a page that was only fetched leaves no reader behind.
        if (firstRender)
            _reading = Task.WhenAll(_feeds.Select(read => read()));

        foreach (var rendered in _unrendered)
            rendered.TrySetResult();

        _unrendered.Clear();
    }

    /// <summary>Stops reading; when it returns, no feed has this component as its reader.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _reading;
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task ReadAsync<T>(Feed<T> feed, Action<T> show)
        where T : class
    {
        try
        {
            await foreach (var value in feed.WatchAsync(_gone.Token))
            {
                var rendered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await InvokeAsync(() =>
                {
                    show(value);
                    _unrendered.Add(rendered);
                    StateHasChanged();
                });
                await rendered.Task.WaitAsync(_gone.Token);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // Disposed.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
