using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MnM.Tests.Live.Recording;

/// <summary>Does something once, right before the next transaction begins.</summary>
internal sealed class BeforeTransaction : DbTransactionInterceptor
{
    public Func<Task>? Do { get; set; }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (Do is { } once)
        {
            Do = null;
            await once();
        }

        return result;
    }
}
