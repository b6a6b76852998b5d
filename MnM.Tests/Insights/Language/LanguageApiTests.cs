using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MnM.Tests.Hosting;

namespace MnM.Tests.Insights.Language;

public sealed class LanguageApiTests
{
    private const string Path = "/api/insights/language";
    private static readonly (string Name, string Value)[] SetUp = [("INSIGHTS_ENDPOINT", "http://127.0.0.1:9"), ("INSIGHTS_MODEL", "simulated-1"), ("INSIGHTS_API_KEY", "very-secret-key")];

    [Fact]
    public async Task Without_settings_there_is_no_language_model_and_nothing_to_agree_to()
    {
        await using var mnm = await RunningMnm.StartAsync();

        var state = await mnm.Client.GetFromJsonAsync<JsonElement>(Path);
        Assert.Equal(JsonValueKind.Null, state.GetProperty("endpoint").ValueKind);
        Assert.False(state.GetProperty("is_on").GetBoolean());
        using var refused = await mnm.Client.PutAsJsonAsync(Path, new { agreed = true });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task The_owner_agrees_and_takes_it_back()
    {
        await using var mnm = await RunningMnm.StartAsync(settings: SetUp);

        var before = await mnm.Client.GetStringAsync(Path);
        Assert.Contains("\"endpoint\":\"http://127.0.0.1:9/v1/\"", before, StringComparison.Ordinal);
        Assert.Contains("\"is_on\":false", before, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", before, StringComparison.Ordinal);

        using var agreed = await mnm.Client.PutAsJsonAsync(Path, new { agreed = true });
        Assert.True((await agreed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("is_on").GetBoolean());
        using var takenBack = await mnm.Client.PutAsJsonAsync(Path, new { agreed = false });
        Assert.Equal(JsonValueKind.Null, (await takenBack.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("agreed_at").ValueKind);
    }

    [Fact]
    public async Task An_agreement_says_yes_or_no()
    {
        await using var mnm = await RunningMnm.StartAsync(settings: SetUp);

        using var refused = await mnm.Client.PutAsJsonAsync(Path, new { });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
