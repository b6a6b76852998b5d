using System.Text.Json;
using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>The events of a game in the live client's shape.</summary>
internal static class EventJson
{
    /// <summary>The list.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<LiveEvent> events)
    {
        json.WriteStartObject();
        json.WriteStartArray("Events");
        foreach (var one in events)
        {
            Write(json, one);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LiveEvent one)
    {
        json.WriteStartObject();
        Text(json, "Acer", one.Acer);
        Text(json, "AcingTeam", one.AcingTeam);
        if (!one.Assisters.IsDefault)
        {
            json.WriteStartArray("Assisters");
            foreach (var name in one.Assisters)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        Text(json, "DragonType", one.DragonType);
        json.WriteNumber("EventID", one.Id);
        json.WriteString("EventName", one.Name);
        json.WriteFloat("EventTime", one.Time);
        if (one.Name.StartsWith("Inhib", StringComparison.Ordinal))
        {
            Text(json, one.Name, one.Building);
        }

        if (one.KillStreak is { } streak)
        {
            json.WriteNumber("KillStreak", streak);
        }

        Text(json, "KillerName", one.KillerName);
        Text(json, "Recipient", one.Recipient);
        Text(json, "Result", one.Result);

        // Riot writes this one as text.
        Text(json, "Stolen", one.Stolen switch { true => "True", false => "False", null => null });
        Text(json, "TurretKilled", one.Name == "TurretKilled" ? one.Building : null);
        Text(json, "VictimName", one.VictimName);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
