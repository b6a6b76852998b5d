using System.Net;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;

namespace MnM.Tests.Players.Erasing;

/// <summary>When erasing ends: with MnM, and at once where it could never end.</summary>
public sealed class ErasingEndTests : ErasingContext
{
    private static readonly PlayerPath Stranger = PlayerPath.Of("Stranger", "EUW");

    [Fact]
    public async Task Erasing_ends_with_MnM_which_waits_for_it()
    {
        StalledTraces traces = new();
        var eraser = traces.EraserOf(Mnm.App.Services);
        var erasing = eraser.EraseAsync(Stranger, CancellationToken.None);
        var waiting = eraser.EraseAsync(Stranger, CancellationToken.None);
        await traces.Begun;

        var end = eraser.DisposeAsync().AsTask();

        await traces.Cancelled;
        Assert.False(end.IsCompleted);
        traces.Release();
        await end;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => erasing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task The_place_of_somebody_who_was_erased_is_nobody_to_be_erased()
    {
        await AddAsync(
            new Match { Id = "EUW1_1", Platform = "euw1", Mode = "CLASSIC", GameVersion = "", Patch = "", FetchedAt = At },
            new MatchParticipant { MatchId = "EUW1_1", Number = 1, Puuid = ErasedPerson.Nobody, ChampionName = "Ahri", Position = "", Items = "", GameName = "", TagLine = "" });
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));

        using var answer = await Mnm.Client.DeleteAsync($"/api/players/{ErasedPerson.Nobody}", patience.Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
