using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MnM.Tests.Players.Erasing;

/// <summary>Lets something be stored just before the next transaction of the test's own begins; others may begin some meanwhile.</summary>
internal sealed class Latecomer : DbTransactionInterceptor
{
    private readonly AsyncLocal<bool> _isHere = new();

    public bool IsHere
    {
        set => _isHere.Value = value;
    }

    public Func<Task>? Comes { get; set; }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (_isHere.Value && Comes is { } comes)
        {
            Comes = null;
            await comes();
        }

        return result;
    }
}
