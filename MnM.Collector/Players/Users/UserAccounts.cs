using MnM.Collector.Backplane;

namespace MnM.Collector.Players.Users;

/// <summary>People who have signed up, each of them a player. Signing in says who somebody is and grants nothing.</summary>
public sealed class UserAccounts
{
    private readonly PlayerFinder _finder;
    private readonly PlayerFetcher _fetcher;
    private readonly PlayerQueries _players;
    private readonly UserStore _store;
    private readonly TimeProvider _time;

    internal UserAccounts(PlayerFinder finder, PlayerFetcher fetcher, PlayerQueries players, UserStore store, TimeProvider time) =>
        (_finder, _fetcher, _players, _store, _time) = (finder, fetcher, players, store, time);

    /// <summary>Makes a user of whoever has that Riot ID; the one who is there already is the answer.</summary>
    public Task<UserAnswer> SignUpAsync(string? riotId, string? email, CancellationToken cancellationToken) => WithEmailAsync(
        riotId,
        email,
        async (player, address) => new UserAnswer.Found(await _store.SignUpAsync(player.Id, address, cancellationToken), await ProfileAsync(player, cancellationToken)),
        cancellationToken);

    /// <summary>Recognises who has signed up.</summary>
    public Task<UserAnswer> SignInAsync(string? riotId, string? email, CancellationToken cancellationToken) => WithEmailAsync(
        riotId,
        email,
        async (player, address) =>
        {
            if (await _store.FindAsync(player.Id, cancellationToken) is not { Email: { } known } user)
            {
                return new UserAnswer.NotSignedUp(riotId!.Trim());
            }

            if (!EmailAddress.AreSame(known, address))
            {
                return new UserAnswer.OtherEmail(riotId!.Trim());
            }

            await _store.SignInAsync(user.Id, cancellationToken);
            return new UserAnswer.Found(user, await ProfileAsync(player, cancellationToken));
        },
        cancellationToken);

    /// <summary>The user who has that Riot ID, made without an e-mail address where there is none.</summary>
    public async Task<UserAnswer> OpenAsync(string? riotId, CancellationToken cancellationToken) =>
        !RiotIdText.TryParse(riotId, out var gameName, out var tagLine)
            ? new UserAnswer.Invalid(new UserFaults(RiotIdText.Rule, null))
            : await WithPlayerAsync(
                gameName,
                tagLine,
                async player => new UserAnswer.Found(await _store.EnsureAsync(player.Id, cancellationToken), await ProfileAsync(player, cancellationToken)),
                cancellationToken);

    /// <summary>A user; null where there is none of that id.</summary>
    public Task<User?> FindUserAsync(Guid id, CancellationToken cancellationToken) => _store.FindAsync(id, cancellationToken);

    /// <summary>The player that a user is; null where the key in use knows that player by no id.</summary>
    public Task<KnownPlayer?> FindPlayerAsync(User user, CancellationToken cancellationToken) => _players.FindAsync(user.PlayerId, cancellationToken);

    private async Task<UserAnswer> WithEmailAsync(
        string? riotId, string? email, Func<KnownPlayer, string, Task<UserAnswer>> answer, CancellationToken cancellationToken)
    {
        var (isRiotId, address) = (RiotIdText.TryParse(riotId, out var gameName, out var tagLine), EmailAddress.Find(email));
        return isRiotId && address is not null
            ? await WithPlayerAsync(gameName, tagLine, player => answer(player, address), cancellationToken)
            : new UserAnswer.Invalid(new UserFaults(isRiotId ? null : RiotIdText.Rule, address is null ? EmailAddress.Rule : null));
    }

    private async Task<UserAnswer> WithPlayerAsync(string gameName, string tagLine, Func<KnownPlayer, Task<UserAnswer>> answer, CancellationToken cancellationToken) =>
        await _finder.FindAsync(gameName, tagLine, cancellationToken) switch
        {
            FoundPlayer.Found { Player: var player } => await answer(player),
            FoundPlayer.Nobody nobody => new UserAnswer.Nobody(nobody.Sentence),
            var refused => new UserAnswer.Unavailable(((FoundPlayer.Unavailable)refused).Reason),
        };

    /// <summary>The player with icon and level, which Riot is asked for if they are old; what is known stands where it does not answer.</summary>
    private async Task<KnownPlayer> ProfileAsync(KnownPlayer player, CancellationToken cancellationToken)
    {
        if (Freshness.IsFresh(player.Profile?.At, Freshness.Profile, _time.GetUtcNow()))
        {
            return player;
        }

        return await Patience.WaitAsync(
            async token =>
            {
                if (await _finder.FindPlatformAsync(player, token) is FoundPlatform.Found { Platform: var platform })
                {
                    await _fetcher.FetchProfileAsync(player, platform, Lane.Requested, token);
                }

                return await _players.FindAsync(player.Puuid, token) ?? player;
            },
            () => player,
            _time,
            cancellationToken);
    }
}
