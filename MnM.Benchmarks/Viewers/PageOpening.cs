using Microsoft.Playwright;

namespace MnM.Benchmarks.Viewers;

/// <summary>How pages are opened that something is measured of.</summary>
internal static class PageOpening
{
    /// <summary>Opens an address.</summary>
    /// <exception cref="InvalidOperationException">It is answered by an error, or leads elsewhere: what is measured would be of another page.</exception>
    public static async Task OpenAsync(this IPage page, Uri address)
    {
        var answer = await page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        if (answer is not { Ok: true } || new Uri(page.Url).AbsolutePath != address.AbsolutePath)
        {
            throw new InvalidOperationException($"{address} answers {answer?.Status} and leads to {page.Url}.");
        }
    }
}
