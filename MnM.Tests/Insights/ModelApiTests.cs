using System.Text.Json.Nodes;
using MnM.Tests.Hosting;

namespace MnM.Tests.Insights;

/// <summary>The model over HTTP, in the real app.</summary>
public sealed class ModelApiTests
{
    [Fact]
    public async Task Without_timelines_there_is_no_model_and_it_is_said_why()
    {
        await using var mnm = await RunningMnm.StartAsync();
        var answer = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/insights/model"))!;
        Assert.Equal((0, 200, false), ((int)answer["timelines"]!, (int)answer["timelines_needed"]!, (bool)answer["is_training"]!));
        Assert.StartsWith("0 of the 200 timelines", (string)answer["silence"]!, StringComparison.Ordinal);
        Assert.Null(answer["model"]);
        Assert.Empty(answer["trainings"]!.AsArray());
        Assert.Contains("Too few timelines for a model", await mnm.Client.GetStringAsync("/insights/model"), StringComparison.Ordinal);
    }
}
