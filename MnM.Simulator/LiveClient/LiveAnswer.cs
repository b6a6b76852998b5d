using System.Text.Json;

namespace MnM.Simulator.LiveClient;

/// <summary>What the live client says to a request.</summary>
internal sealed record LiveAnswer(int Status, byte[] Body)
{
    public static LiveAnswer Ok(byte[] body) => new(200, body);

    public static LiveAnswer Ok(JsonElement part) => new(200, LiveJson.Write(part.WriteTo));

    public static LiveAnswer Ok(string text) => new(200, LiveJson.Write(json => json.WriteStringValue(text)));

    public static LiveAnswer NotFound(string message) => Error(404, "RESOURCE_NOT_FOUND", message);

    public static LiveAnswer BadRequest(string message) => Error(400, "BAD_REQUEST", message);

    private static LiveAnswer Error(int status, string code, string message) => new(status, LiveJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("errorCode", code);
        json.WriteNumber("httpStatus", status);
        json.WriteStartObject("implementationDetails");
        json.WriteEndObject();
        json.WriteString("message", message);
        json.WriteEndObject();
    }));
}
