using System.Text.Json;

namespace MnM.Simulator.LiveClient;

/// <summary>The two descriptions that the live client gives of itself.</summary>
internal static class LiveClientSpecification
{
    private static readonly (string Name, string Summary, string? Parameter, bool Required)[] Calls =
    [
        ("activeplayer", "Get all data about the active player", null, false),
        ("activeplayerabilities", "Get Abilities for the active player", null, false),
        ("activeplayername", "Returns the player name", null, false),
        ("activeplayerrunes", "Retrieve the full list of runes for the active player", null, false),
        ("allgamedata", "Get all available data", null, false),
        ("eventdata", "Get a list of events that have occurred in the game", "eventID", false),
        ("gamestats", "Basic data about the game", null, false),
        ("playeritems", "Retrieve the list of items for the player", "riotId", true),
        ("playerlist", "Retrieve the list of heroes in the game and their stats", "teamID", false),
        ("playermainrunes", "Retrieve the basic runes for the player", "riotId", true),
        ("playerscores", "Retrieve the list of the current scores for the player", "riotId", true),
        ("playersummonerspells", "Retrieve the list of the summoner spells for the player", "riotId", true),
    ];

    private static readonly byte[] Swagger = Write("swagger", "2.0", openApi: false);
    private static readonly byte[] OpenApi = Write("openapi", "3.0.0", openApi: true);

    public static byte[]? Find(string path) => path switch
    {
        "/swagger/v2/swagger.json" => Swagger,
        "/swagger/v3/openapi.json" => OpenApi,
        _ => null,
    };

    private static byte[] Write(string kind, string version, bool openApi) => LiveJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString(kind, version);
        json.WriteStartObject("info");
        json.WriteString("title", "LoL Game Client API");
        json.WriteString("version", "1.0.0");
        json.WriteEndObject();
        json.WriteStartObject("paths");
        foreach (var (name, summary, parameter, required) in Calls)
        {
            json.WriteStartObject(LiveClientApi.Prefix + name);
            json.WriteStartObject("get");
            json.WriteString("operationId", $"GetLiveclientdata{char.ToUpperInvariant(name[0])}{name[1..]}");
            json.WriteString("summary", summary);
            json.WriteStartArray("parameters");
            if (parameter is not null)
            {
                WriteParameter(json, parameter, required, openApi);
            }

            json.WriteEndArray();
            json.WriteStartObject("responses");
            json.WriteStartObject("200");
            json.WriteString("description", "Successful response");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteParameter(Utf8JsonWriter json, string name, bool required, bool openApi)
    {
        var type = name == "eventID" ? "integer" : "string";
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", "query");
        json.WriteBoolean("required", required);
        if (openApi)
        {
            json.WriteStartObject("schema");
            json.WriteString("type", type);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type", type);
        }

        json.WriteEndObject();
    }
}
