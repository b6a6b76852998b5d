using System.Text.Json.Nodes;

namespace MnM.Simulator.Lcu;

/// <summary>What the League client says to a request.</summary>
internal sealed record LcuAnswer(int Status, byte[] Body)
{
    public static LcuAnswer NotFound(string code, string message) => new(404, LcuJson.Write(new JsonObject
    {
        ["errorCode"] = code,
        ["httpStatus"] = 404,
        ["implementationDetails"] = new JsonObject(),
        ["message"] = message,
    }));
}
