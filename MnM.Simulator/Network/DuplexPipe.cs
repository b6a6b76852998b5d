using System.IO.Pipelines;

namespace MnM.Simulator.Network;

/// <summary>Two ends of a connection inside the process: what one writes, the other reads, until one is disposed of or the connection breaks.</summary>
internal sealed class DuplexPipe
{
    public DuplexPipe(CancellationToken broken)
    {
        var (there, back) = (new Pipe(), new Pipe());
        (Client, Server) = (new End(back.Reader, there.Writer, broken), new End(there.Reader, back.Writer, broken));
    }

    public Stream Client { get; }

    public Stream Server { get; }

    private sealed class End(PipeReader reader, PipeWriter writer, CancellationToken broken) : Stream
    {
        private readonly Stream _input = reader.AsStream();
        private readonly Stream _output = writer.AsStream();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => _output.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) =>
            UnlessBrokenAsync(async token => { await _output.FlushAsync(token); return 0; }, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => _input.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(UnlessBrokenAsync(async token => await _input.ReadAsync(buffer, token), cancellationToken));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _output.Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(UnlessBrokenAsync(async token => { await _output.WriteAsync(buffer, token); return 0; }, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _input.Dispose();
                _output.Dispose();
            }

            base.Dispose(disposing);
        }

        private async Task<int> UnlessBrokenAsync(Func<CancellationToken, Task<int>> act, CancellationToken cancellationToken)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(broken, cancellationToken);
            try
            {
                return await act(either.Token);
            }
            catch (OperationCanceledException) when (broken.IsCancellationRequested)
            {
                throw new IOException("The connection was reset.");
            }
        }
    }
}
