using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.StaticData;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>Writes events for receivers.</summary>
internal sealed class WebhookMessages(StaticDataStore catalogs)
{
    /// <summary>Kind of what is sent when the owner tries a webhook; its number is 0.</summary>
    public const string Test = "test";

    private const int Accent = 0x7B6BEB;
    private const int Win = 0x1F9E86;
    private const int Loss = 0xC4622A;
    private const string Special = @"\*_~`|>[]()#-@:<";

    /// <summary>The body in UTF-8.</summary>
    public byte[] Write(WebhookFormat format, OutboxEvent told) => format == WebhookFormat.Json ? EventMessage.Encode(told) : Encoding.UTF8.GetBytes(Discord(told).ToJsonString());

    private JsonObject Discord(OutboxEvent told)
    {
        var (text, colour) = told.Kind == Test || GameEvent.Read(told.Payload) is not { } game
            ? (told.Kind == Test ? "MnM can be heard here." : Escape(told.Kind), Accent)
            : (Sentence(told.Kind, game), told.Kind == GameEvents.Started || game.Won is not { } won ? Accent : won ? Win : Loss);
        return new JsonObject
        {
            ["content"] = "",
            ["embeds"] = new JsonArray(new JsonObject
            {
                ["description"] = text,
                ["color"] = colour,
                ["timestamp"] = told.At.ToString("O", CultureInfo.InvariantCulture),
                ["footer"] = new JsonObject { ["text"] = FormattableString.Invariant($"MnM · {told.Id}") },
            }),

            // A name may look like @everyone.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    private string Sentence(string kind, GameEvent game)
    {
        var who = $"**{Escape(game.RiotId?.Split('#')[0] ?? FormattableString.Invariant($"No. {game.PlayerId}"))}**";
        var catalog = catalogs.Current;
        var what = game.Queue is { } queue && catalog.Constants.Queues.TryGetValue(queue, out var known) ? known.Name : game.Product == "lol" ? "League of Legends" : "Teamfight Tactics";
        var champion = game.ChampionId is { } id && catalog.ChampionOf(id) is { } played ? $" as {Escape(played.Name)}" : "";
        return kind == GameEvents.Started ? $"{who} plays {Escape(what)}{champion}."
            : game.Status == "ABORTED" ? $"{who}: {Escape(what)} was called off."
            : $"{who} {Outcome(game)} {Escape(what)}{champion}{Figures(game)}.";
    }

    private static string Outcome(GameEvent game) => game switch
    {
        { Result.Placement: { } place } => FormattableString.Invariant($"came in at place {place} in"),
        { Won: true } => "won",
        { Won: false } => "lost",
        _ => "remade",
    };

    private static string Figures(GameEvent game)
    {
        var kda = game.Result is { Kills: { } kills, Deaths: { } deaths, Assists: { } assists } ? FormattableString.Invariant($", {kills}/{deaths}/{assists}") : "";
        return game.DurationSeconds is { } seconds ? FormattableString.Invariant($"{kda} in {seconds / 60}:{seconds % 60:00}") : kda;
    }

    /// <summary>Names stay names: Discord would read some of their letters as markup.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            escaped.Append(Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter);
        }

        return escaped.ToString();
    }
}
