using Microsoft.AspNetCore.Components.Authorization;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Web.Security;
using MnM.Web.Shell;
using Radzen;

namespace MnM.Web.Games;

/// <summary>What the owner, and nobody else, does to a recording from a page. Faults come back as words for that person.</summary>
internal sealed partial class RecordingActions(RecordingStore store, GameQueries queries, DialogService dialogs, AuthenticationStateProvider visitors, ILogger<RecordingActions> logger)
{
    private const string NoAnswer = "The database did not answer; nothing was changed.";
    private const string NotYours = "Only the owner may do that.";

    /// <summary>Gives or takes the star; answers the fault, null where there is none.</summary>
    public async Task<string?> StarAsync(long game, bool starred)
    {
        if (!await IsOwnerAsync())
            return NotYours;

        try
        {
            return await store.StarAsync(game, starred, CancellationToken.None) ? null : "This game is gone.";
        }
        catch (Exception fault)
        {
            Log.Failed(logger, game, fault);
            return NoAnswer;
        }
    }

    /// <summary>Asks, and deletes the recording where that is wanted.</summary>
    /// <param name="game">Our id of the game.</param>
    /// <param name="name">What the game is called in the question.</param>
    public async Task<(bool Deleted, string? Fault)> DeleteAsync(long game, string name)
    {
        if (!await IsOwnerAsync())
            return (false, NotYours);

        try
        {
            var words = game < 0 ? $"{name} came from a file; nothing of it stays here." : Words(name, await queries.HasTimelineAsync(game, CancellationToken.None));
            if (!await dialogs.ConfirmAsync("Delete this recording?", words, "Keep it", "Delete the recording"))
                return (false, null);

            return await store.DeleteAsync(game, CancellationToken.None) switch
            {
                RecordingDeletion.Deleted => (true, null),
                RecordingDeletion.Running => (false, "The game still runs; its recording can be deleted when it is over."),
                RecordingDeletion.Starred => (false, "A star keeps this recording. Remove the star first, then delete it."),
                _ => (false, "This game is gone."),
            };
        }
        catch (Exception fault)
        {
            Log.Failed(logger, game, fault);
            return (false, NoAnswer);
        }
    }

    /// <summary>What goes and what stays. The charts stay where they are stored apart, which happens a minute or two after the game.</summary>
    internal static string Words(string name, bool hasTimeline) => hasTimeline
        ? $"{name} can then no longer be played back. Its final scoreboard, events and charts stay."
        : $"{name} can then no longer be played back. Its final scoreboard, events and kills stay; its other charts are not stored yet and go too.";

    private async Task<bool> IsOwnerAsync() => (await visitors.GetAuthenticationStateAsync()).User.IsOwner();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The recording of game {Id} could not be changed")]
        public static partial void Failed(ILogger logger, long id, Exception fault);
    }
}
