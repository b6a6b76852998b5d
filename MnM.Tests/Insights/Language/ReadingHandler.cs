namespace MnM.Tests.Insights.Language;

/// <summary>Knows how much of an answer's body was read when its reader began to wait for more: then all of that was taken in.</summary>
internal sealed class ReadingHandler : DelegatingHandler
{
    private long _read;
    private long _waiting = -1;

    /// <summary>Bytes that were read before the read that is under way; −1 while none is.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var content = new StreamContent(new Counted(this, await response.Content.ReadAsStreamAsync(cancellationToken)));
        foreach (var (name, values) in response.Content.Headers)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = content;
        return response;
    }

    private sealed class Counted(ReadingHandler handler, Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Interlocked.Exchange(ref handler._waiting, handler._read);
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Interlocked.Exchange(ref handler._waiting, -1);
            handler._read += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
