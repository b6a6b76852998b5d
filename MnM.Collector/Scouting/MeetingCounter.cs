using MnM.Collector.Players;

namespace MnM.Collector.Scouting;

/// <summary>Counts how often you have met the people of a game, as far as the games are stored.</summary>
internal sealed class MeetingCounter(FormLibrary library, DossierBook book)
{
    /// <summary>Counts of everybody who is known and was not counted yet.</summary>
    /// <param name="you">Whose meetings.</param>
    /// <param name="exceptMatchId">The match of the game itself; null where it has no number.</param>
    /// <param name="cancellationToken">Ends the count.</param>
    public async Task CountAsync(KnownPlayer you, string? exceptMatchId, CancellationToken cancellationToken)
    {
        foreach (var dossier in book.All.Values.Where(dossier => dossier.Met is null))
        {
            await CountAsync(you, dossier, exceptMatchId, cancellationToken);
        }
    }

    /// <summary>Counts anew of those in a match that has just come: it may be a meeting of which nobody knew.</summary>
    public async Task CountAsync(KnownPlayer you, FormMatch match, string? exceptMatchId, CancellationToken cancellationToken)
    {
        if (match.Find(you.Puuid) is null)
        {
            return;
        }

        foreach (var dossier in book.All.Values.Where(dossier => dossier.Player is { } player && match.Find(player.Puuid) is not null))
        {
            await CountAsync(you, dossier, exceptMatchId, cancellationToken);
        }
    }

    private async Task CountAsync(KnownPlayer you, Dossier dossier, string? exceptMatchId, CancellationToken cancellationToken)
    {
        if (dossier.Player is { } player && player.Id != you.Id)
        {
            var met = await library.MetAsync(you.Puuid, player.Puuid, exceptMatchId, cancellationToken);
            book.Change(dossier.Name, now => now with { Met = met });
        }
    }
}
