namespace MnM.Tests.Simulator.RiotApi;

/// <summary>A test that needs the public description of Riot's API.</summary>
internal sealed class OpenApiFactAttribute : FactAttribute
{
    public OpenApiFactAttribute() => Skip = OpenApi.Find() is null ? "There is no description of Riot's API; MNM_RECORDINGS may name a folder that has riot-api/openapi-….json." : null;
}
