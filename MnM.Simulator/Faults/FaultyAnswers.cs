using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.Faults;

/// <summary>Sends an answer, well or in one of the broken ways.</summary>
internal static class FaultyAnswers
{
    private const int Dribbles = 16;
    private static readonly TimeSpan DribblePause = TimeSpan.FromMilliseconds(250);

    public static async Task SendAsync(HttpContext context, int status, byte[] body, Fault? fault, TimeProvider clock)
    {
        var (response, ended) = (context.Response, context.RequestAborted);
        if (fault == Fault.Timeout)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, ended);
        }

        body = fault switch
        {
            Fault.Html => "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"u8.ToArray(),
            Fault.Empty => [],
            _ => body,
        };
        response.StatusCode = fault is Fault.Html or Fault.Empty ? StatusCodes.Status200OK : status;
        response.ContentType = fault == Fault.Html ? "text/html" : "application/json";
        response.ContentLength = body.Length;
        switch (fault)
        {
            case Fault.Cut:
                await response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), ended);
                await response.Body.FlushAsync(ended);
                context.Abort();
                break;
            case Fault.Slow:
                var piece = Math.Max(1, (body.Length + Dribbles - 1) / Dribbles);
                for (var at = 0; at < body.Length; at += piece)
                {
                    await response.Body.WriteAsync(body.AsMemory(at, Math.Min(piece, body.Length - at)), ended);
                    await response.Body.FlushAsync(ended);
                    await Task.Delay(DribblePause, clock, ended);
                }

                break;
            default:
                await response.Body.WriteAsync(body, ended);
                break;
        }
    }
}
