using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using MnM.Collector.Storage.Exports;
using MnM.Web.Shell;

namespace MnM.Web.Data;

/// <summary>A way to write rows. What is written leaves every few rows, however many there are.</summary>
internal abstract class ExportFormat
{
    /// <summary>Bytes that may wait before they leave.</summary>
    private const int MostWaiting = 32 * 1024;

    /// <summary>The type of its files.</summary>
    public abstract string ContentType { get; }

    /// <summary>The one with this ending; null where there is none.</summary>
    public static ExportFormat? Find(string ending) => ending switch
    {
        "csv" => new Table(),
        "json" => new Objects(lines: false),
        "jsonl" => new Objects(lines: true),
        _ => null,
    };

    /// <summary>Writes all rows.</summary>
    public async Task WriteAsync(ExportRows rows, PipeWriter output, CancellationToken cancellationToken)
    {
        Begin(rows.Columns, output);
        await foreach (var row in rows.ReadAsync(cancellationToken))
        {
            Write(rows.Columns, row, output);
            if (output.UnflushedBytes > MostWaiting)
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        End(output);
        await output.FlushAsync(cancellationToken);
    }

    protected abstract void Begin(ImmutableArray<string> columns, PipeWriter output);

    protected abstract void Write(ImmutableArray<string> columns, object?[] row, PipeWriter output);

    protected abstract void End(PipeWriter output);

    private sealed class Table : ExportFormat
    {
        private readonly StringBuilder _line = new();

        public override string ContentType => Csv.ContentType;

        protected override void Begin(ImmutableArray<string> columns, PipeWriter output) => Write(columns, [.. columns], output);

        protected override void Write(ImmutableArray<string> columns, object?[] row, PipeWriter output)
        {
            Csv.WriteRow(_line.Clear(), row);
            foreach (var part in _line.GetChunks())
            {
                Encoding.UTF8.GetBytes(part.Span, output);
            }
        }

        protected override void End(PipeWriter output)
        {
        }
    }

    /// <summary>An array of objects, or an object a line (jsonlines.org).</summary>
    private sealed class Objects(bool lines) : ExportFormat
    {
        private bool _hasRows;

        public override string ContentType => lines ? "application/jsonl; charset=utf-8" : MediaTypeNames.Application.Json;

        protected override void Begin(ImmutableArray<string> columns, PipeWriter output) => output.Write(lines ? ""u8 : "["u8);

        protected override void Write(ImmutableArray<string> columns, object?[] row, PipeWriter output)
        {
            output.Write(lines || !_hasRows ? ""u8 : ",\n"u8);
            using (var json = new Utf8JsonWriter(output))
            {
                json.WriteStartObject();
                for (var place = 0; place < row.Length; place++)
                {
                    WriteCell(json, columns[place], row[place]);
                }

                json.WriteEndObject();
            }

            output.Write(lines ? "\n"u8 : ""u8);
            _hasRows = true;
        }

        protected override void End(PipeWriter output) => output.Write(lines ? ""u8 : "]\n"u8);

        private static void WriteCell(Utf8JsonWriter json, string column, object? cell)
        {
            switch (cell)
            {
                case null:
                    json.WriteNull(column);
                    break;
                case bool yes:
                    json.WriteBoolean(column, yes);
                    break;
                case long number:
                    json.WriteNumber(column, number);
                    break;
                case double number when double.IsFinite(number):
                    json.WriteNumber(column, number);
                    break;
                default:
                    json.WriteString(column, Convert.ToString(cell, CultureInfo.InvariantCulture));
                    break;
            }
        }
    }
}
