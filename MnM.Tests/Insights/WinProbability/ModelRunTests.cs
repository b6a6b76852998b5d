using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;

namespace MnM.Tests.Insights.WinProbability;

/// <summary>How a model comes to be, from rows of features to what pages read.</summary>
public sealed class ModelRunTests : IAsyncLifetime
{
    private InsightWorld _world = null!;

    public async Task InitializeAsync() => _world = await InsightWorld.StartAsync();

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Under_two_hundred_timelines_nothing_is_learnt_and_it_is_said_why()
    {
        await _world.StoreFeaturesAsync(InventedMatches.Of(199));
        Assert.False(await _world.TrainAsync());
        var state = await StateAsync();
        Assert.Equal((null, 199, false, null), (state.Model, state.Timelines, state.IsTraining, state.Fault));
        Assert.Equal("199 of the 200 timelines are stored that a model of win chances needs; until then no chances are told.", state.Silence);
    }

    [Fact]
    public async Task With_enough_a_model_is_learnt_once_and_again_when_they_have_grown()
    {
        var matches = InventedMatches.Of(250);
        await _world.StoreFeaturesAsync(matches[..200]);
        await _world.Get<ModelLoop>().TickAsync(CancellationToken.None);
        Assert.Equal((null, true, "The model is being trained."), ((await StateAsync()).Model, (await StateAsync()).IsTraining, (await StateAsync()).Silence));
        Assert.True(await _world.TrainAsync());
        var first = await StateAsync();
        Assert.Equal((1, 200, 200, false, null), (first.Model!.Version, first.Model.Matches, first.Model.Test.Matches, first.IsTraining, first.Silence));
        Assert.Same(first.Model, (await StateAsync()).Model);
        Assert.False(await _world.TrainAsync());

        await _world.StoreFeaturesAsync(matches[200..]);
        Assert.True(await _world.TrainAsync());
        Assert.Equal((2, 250), ((await StateAsync()).Model!.Version, (await StateAsync()).Model!.Matches));
        Assert.Equal([2, 1], (await _world.Get<WinModels>().ListAsync(CancellationToken.None)).Select(training => training.Version));
    }

    [Fact]
    public async Task A_training_that_fails_says_why_and_leaves_the_model_before_it_in_use()
    {
        await _world.StoreFeaturesAsync(InventedMatches.Of(200));
        await _world.TrainAsync();
        await using (var db = await _world.OpenAsync())
        {
            await db.MatchFeatures.ExecuteUpdateAsync(row => row.SetProperty(features => features.BlueWon, true));
        }

        await _world.StoreFeaturesAsync([.. InventedMatches.Of(60).Select(match => match with { MatchId = "NA1_" + match.MatchId, BlueWon = true })]);
        Assert.True(await _world.TrainAsync());
        var state = await StateAsync();
        Assert.Equal((1, null), (state.Model!.Version, state.Silence));
        Assert.Equal("The same side won all of 260 matches: nothing can be learnt from them.", state.Fault);
    }

    [Fact]
    public async Task Matches_that_one_side_won_are_a_fault_that_people_can_read()
    {
        await _world.StoreFeaturesAsync([.. InventedMatches.Of(220).Select(match => match with { BlueWon = true })]);
        Assert.True(await _world.TrainAsync());
        var state = await StateAsync();
        Assert.Equal("The same side won all of 220 matches: nothing can be learnt from them.", state.Fault);
        Assert.Equal(state.Fault, state.Silence);
        Assert.False(await _world.TrainAsync());
        Assert.Equal((null, state.Fault), (await _world.Get<WinModels>().ListAsync(CancellationToken.None)).Select(training => (training.Test, training.Fault)).Single());

        _world.Clock.Advance(TimeSpan.FromDays(1).TotalSeconds);
        Assert.True(await _world.TrainAsync());
    }

    [Fact]
    public async Task Pages_that_are_open_are_told_of_what_changed()
    {
        var news = _world.Get<WinModels>().News;
        await _world.StoreFeaturesAsync(InventedMatches.Of(200));
        await _world.Get<ModelLoop>().TickAsync(CancellationToken.None);
        Assert.True(news.Current.State!.IsTraining);
        await _world.TrainAsync();
        await _world.Get<ModelLoop>().TickAsync(CancellationToken.None);
        Assert.Equal((1, false, 1), (news.Current.State.Model!.Version, news.Current.State.IsTraining, news.Current.Trainings.Length));
        var told = news.Current;
        await _world.Get<ModelLoop>().TickAsync(CancellationToken.None);
        Assert.Same(told, news.Current);
    }

    private Task<WinModelState> StateAsync() => _world.Get<WinModels>().FindAsync(CancellationToken.None);
}
