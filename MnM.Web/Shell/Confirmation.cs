using Radzen;

namespace MnM.Web.Shell;

/// <summary>Asks before something is deleted.</summary>
internal static class Confirmation
{
    /// <summary>Whether the person at the page wants it; no answer is a no. The page needs <see cref="RadzenParts"/>.</summary>
    /// <param name="dialogs">The page's dialogs.</param>
    /// <param name="title">The question.</param>
    /// <param name="words">What goes and what stays.</param>
    /// <param name="safe">The answer that changes nothing.</param>
    /// <param name="act">The answer that deletes.</param>
    public static async Task<bool> ConfirmAsync(this DialogService dialogs, string title, string words, string safe, string act) =>
        await dialogs.OpenAsync<ConfirmDialog>(
            title,
            new() { [nameof(ConfirmDialog.Words)] = words, [nameof(ConfirmDialog.Safe)] = safe, [nameof(ConfirmDialog.Act)] = act },
            new()
            {
                // Radzen's other dialogs fill a phone's screen.
                CssClass = "rz-dialog-confirm",
                ShowClose = false,
                AutoFocusFirstElement = true,
                CloseDialogOnEsc = true,
                CloseDialogOnOverlayClick = true,
            }) is true;
}
