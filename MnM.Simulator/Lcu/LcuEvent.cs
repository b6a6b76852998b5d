using System.Text;

namespace MnM.Simulator.Lcu;

/// <summary>A change of one resource, as the League client's socket tells it.</summary>
internal sealed record LcuEvent(string Uri, string Type, byte[] Data)
{
    /// <summary>The topic of every event.</summary>
    public const string AllTopic = "OnJsonApiEvent";

    /// <summary>Whether somebody who subscribed to the topic is told: all events, those of one path, or those below it.</summary>
    public bool IsOf(string topic)
    {
        if (topic == AllTopic)
        {
            return true;
        }

        var own = AllTopic + Uri.Replace('/', '_');
        return own == topic || own.StartsWith(topic + "_", StringComparison.Ordinal);
    }

    /// <summary>The text of the frame.</summary>
    public byte[] Frame(string topic) =>
        [.. Encoding.UTF8.GetBytes($"[8,\"{topic}\",{{\"data\":"), .. Data, .. Encoding.UTF8.GetBytes($",\"eventType\":\"{Type}\",\"uri\":\"{Uri}\"}}]")];
}
