using System.Net;
using MnM.Simulator;
using MnM.Simulator.Lcu;

namespace MnM.Tests.Simulator.Lcu;

public sealed class RecordedEventsTests : IDisposable
{
    private const string Session = "/lol-champ-select/v1/session";
    private readonly string _folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;

    [Fact]
    public async Task Recorded_events_are_told_one_a_second_and_answered_from_then_on()
    {
        Write(
            $$"""{"data": {"counter":1,"text":"é"}, "eventType": "UPDATE", "uri": "{{Session}}"}""",
            $$"""[8,"OnJsonApiEvent",{"data":null,"eventType":"Delete","uri":"{{Session}}"}]""");
        await using var client = await LcuLoopback.StartAsync(new SimulatorOptions { Responses = _folder });
        using var socket = await client.ConnectAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Session)).Status);
        await socket.BeginAsync("OnJsonApiEvent_lol-champ-select_v1_session");
        await client.AdvanceAsync(1);
        Assert.Equal(
            $$"""[8,"OnJsonApiEvent_lol-champ-select_v1_session",{"data":{"counter":1,"text":"é"},"eventType":"UPDATE","uri":"{{Session}}"}]""",
            await socket.ReceiveAsync());
        Assert.Equal((HttpStatusCode.OK, """{"counter":1,"text":"é"}"""), await client.GetAsync(Session));
        await client.AdvanceAsync(1);
        Assert.Equal((Session, "Delete", "null"), await socket.NextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Session)).Status);
    }

    [Fact]
    public async Task A_ready_answer_goes_before_the_evening()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lol-gameflow", "v1"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "lol-gameflow", "v1", "gameflow-phase.json"), " \"EndOfGame\" ", LcuMachine.Soon);
        await using var client = await LcuLoopback.StartAsync(new SimulatorOptions { Responses = _folder });

        Assert.Equal((HttpStatusCode.OK, " \"EndOfGame\" "), await client.GetAsync("/lol-gameflow/v1/gameflow-phase"));
    }

    [Fact]
    public void A_line_that_is_no_event_is_named()
    {
        Write("{\"data\":1,\"eventType\":\"Update\",\"uri\":\"/a\"}", "", "{\"data\":1}");

        Assert.Contains("Line 3 of", Assert.Throws<FormatException>(() => RecordedEvents.Read(_folder).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public void A_real_recording_is_read_whole()
    {
        foreach (var file in Recordings.Files("lcu").Where(file => file.EndsWith("draft_2025-08.jsonl", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(_folder, RecordedEvents.FileName));

            var events = RecordedEvents.Read(_folder).ToList();
            Assert.Equal(184, events.Count);
            Assert.All(events, one => Assert.Equal((Session, "UPDATE"), (one.Uri, one.Type)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(params string[] lines) => File.WriteAllLines(Path.Combine(_folder, RecordedEvents.FileName), lines);
}
