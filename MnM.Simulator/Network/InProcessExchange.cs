using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MnM.Simulator.Network;

/// <summary>One request that is answered inside the process: carries the answer as far as it was written, and breaks where a connection would.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no parent, so it holds nothing; and a connection may be aborted at any time.")]
internal sealed class InProcessExchange : IHttpRequestLifetimeFeature, IHttpUpgradeFeature
{
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _broken = new();
    private readonly DefaultHttpContext _context = new();
    private readonly DuplexPipe _connection;

    private InProcessExchange(HttpRequestMessage request)
    {
        RequestAborted = _broken.Token;
        _connection = new DuplexPipe(RequestAborted);
        IsUpgradableRequest = request.Headers.Upgrade.Count > 0;
        Fill(_context.Request, request);
        _context.Features.Set<IHttpRequestLifetimeFeature>(this);
        _context.Features.Set<IHttpUpgradeFeature>(this);
        _context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new AnnouncingStream(_connection.Server, Announce)));
    }

    public CancellationToken RequestAborted { get; set; }

    public bool IsUpgradableRequest { get; }

    public static async Task<HttpResponseMessage> RunAsync(
        HttpRequestMessage request, RequestDelegate handler, CancellationToken closed, CancellationToken cancellationToken)
    {
        var exchange = new InProcessExchange(request);
        _ = exchange.HandleAsync(handler, closed);
        try
        {
            return await exchange._answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Whoever gives up before the answer begins hangs up; later the reading is given up, not the connection.
            exchange.Abort();
            throw;
        }
    }

    public void Abort() => _broken.Cancel();

    public Task<Stream> UpgradeAsync()
    {
        _context.Response.StatusCode = StatusCodes.Status101SwitchingProtocols;
        Announce();
        return Task.FromResult(_connection.Server);
    }

    private static void Fill(HttpRequest target, HttpRequestMessage source)
    {
        var address = source.RequestUri!;
        target.Method = source.Method.Method;
        target.Scheme = address.Scheme;
        target.Host = HostString.FromUriComponent(address);
        target.Path = PathString.FromUriComponent(address);
        target.QueryString = QueryString.FromUriComponent(address);
        foreach (var (name, values) in source.Headers)
        {
            target.Headers[name] = values.ToArray();
        }

        if (source.Content is { } content)
        {
            target.Body = content.ReadAsStream();
            target.ContentType = content.Headers.ContentType?.ToString();
        }
    }

    private async Task HandleAsync(RequestDelegate handler, CancellationToken closed)
    {
        await using var closing = closed.Register(Abort);
        try
        {
            using var gone = RequestAborted.Register(() => _answer.TrySetException(Reset()));
            await handler(_context);
            if (RequestAborted.IsCancellationRequested)
            {
                // A handler that noticed first has ended before the line above could tell.
                _answer.TrySetException(Reset());
            }
            else
            {
                Announce();
                await _connection.Server.DisposeAsync();
            }
        }
        catch (Exception failure)
        {
            // As a web server does: what was not yet answered is an error of the server, what was begun breaks off.
            if (!_answer.TrySetException(new HttpRequestException(HttpRequestError.ResponseEnded, failure.Message, failure)))
            {
                await _broken.CancelAsync();
            }
        }
    }

    private void Announce()
    {
        if (_answer.Task.IsCompleted)
        {
            return;
        }

        var response = new HttpResponseMessage((HttpStatusCode)_context.Response.StatusCode) { Content = new ConnectionContent(_connection.Client) };
        foreach (var (name, values) in _context.Response.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                response.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        if (!_answer.TrySetResult(response))
        {
            response.Dispose();
        }
    }

    private static HttpRequestException Reset()
    {
        var cause = new IOException("The connection was reset.");
        return new HttpRequestException(HttpRequestError.ResponseEnded, cause.Message, cause);
    }

    /// <summary>The first byte takes the head of the answer along.</summary>
    private sealed class AnnouncingStream(Stream inner, Action announce) : Stream
    {
        private bool _announced;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => First().Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => First().FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => First().Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => First().WriteAsync(buffer, cancellationToken);

        private Stream First()
        {
            if (!_announced)
            {
                _announced = true;
                announce();
            }

            return inner;
        }
    }

    /// <summary>Hands out the connection itself, since a socket writes to it too.</summary>
    private sealed class ConnectionContent(Stream connection) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => connection;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(connection);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await connection.CopyToAsync(stream, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        // Whoever lets go of an answer hangs up.
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                connection.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
