using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using MnM.Simulator.Network;
using MnM.Tests.Simulator.Lcu;

namespace MnM.Tests.Simulator.Network;

public sealed class InProcessNetworkTests
{
    private static readonly Uri Address = new("https://127.0.0.1:5000/some/path?one=1");

    [Fact]
    public async Task A_request_arrives_with_all_it_has_and_so_does_its_answer()
    {
        using var client = Client(async context =>
        {
            context.Response.StatusCode = 418;
            context.Response.Headers["X-Seen"] = $"{context.Request.Method} {context.Request.Path} {context.Request.Query["one"]} {context.Request.Headers.Authorization}";
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("pot");
        });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "eA==");

        using var response = await client.GetAsync(Address, LcuMachine.Soon);
        Assert.Equal(((HttpStatusCode)418, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("GET /some/path 1 Basic eA==", response.Headers.GetValues("X-Seen").Single());
        Assert.Equal("pot", await response.Content.ReadAsStringAsync(LcuMachine.Soon));
    }

    [Fact]
    public async Task Whoever_gives_up_before_the_answer_hangs_up()
    {
        var (arrived, hungUp) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var client = Client(async context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        using var patience = new CancellationTokenSource();
        var request = client.GetAsync(Address, patience.Token);
        await arrived.Task.WaitAsync(LcuMachine.Soon);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await hungUp.Task.WaitAsync(LcuMachine.Soon);
    }

    [Fact]
    public async Task A_handler_that_fails_breaks_the_connection()
    {
        using var client = Client(_ => throw new InvalidOperationException("a bug"));
        Assert.Equal(HttpRequestError.ResponseEnded, (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(Address, LcuMachine.Soon))).HttpRequestError);

        using var halfway = Client(async context =>
        {
            await context.Response.WriteAsync("half");
            throw new InvalidOperationException("a bug");
        });
        await Assert.ThrowsAsync<HttpRequestException>(() => halfway.GetStringAsync(Address, LcuMachine.Soon));
    }

    [Fact]
    public async Task A_port_has_one_owner_and_keeps_its_number()
    {
        INetwork network = new InProcessNetwork();
        await using var first = network.Bind(0, _ => Task.CompletedTask);
        await using var second = network.Bind(first.Number, _ => Task.CompletedTask);
        await first.OpenAsync(LcuMachine.Soon);
        await first.OpenAsync(LcuMachine.Soon);
        await Assert.ThrowsAsync<IOException>(() => second.OpenAsync(LcuMachine.Soon));

        await first.CloseAsync();
        await second.OpenAsync(LcuMachine.Soon);
        Assert.NotEqual(network.NextProcessId(), network.NextProcessId());
    }

    private static HttpClient Client(RequestDelegate handler)
    {
        var network = new InProcessNetwork();
        var opened = ((INetwork)network).Bind(Address.Port, handler).OpenAsync(LcuMachine.Soon);
        Assert.True(opened.IsCompletedSuccessfully);
        return new HttpClient(network.CreateHandler());
    }
}
