using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace MnM.Tests.StaticData;

/// <summary>Data Dragon and the lists of queues and maps, with one version and what a test puts there; says 403 for the rest, as the real one does.</summary>
internal sealed class FakeDataDragon : HttpMessageHandler
{
    /// <summary>Eight bytes that only a PNG begins with, and one more.</summary>
    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00];

    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly TaskCompletionSource _fourHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    public FakeDataDragon()
    {
        Publish("16.18.1");
        Put("/docs/lol/queues.json", """
            [{"queueId": 0, "map": "Custom games", "description": null, "notes": null},
             {"queueId": 600, "map": "Summoner's Rift", "description": "Blood Hunt Assassin games", "notes": null},
             {"queueId": 3110, "map": "Summoner's Rift", "description": "A new mode"}, {"map": "without a number"}, null]
            """);
        Put("/docs/lol/maps.json", """[{"mapId": 22, "mapName": "Convergence", "notes": "Current Version"}, {"mapId": 23}]""");
    }

    /// <summary>Paths in the order in which they were asked for.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Nothing can be reached.</summary>
    public bool Offline { get; set; }

    /// <summary>All requests wait for this.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    /// <summary>How many of the next answers are 503.</summary>
    public int Busy { get; set; }

    /// <summary>A path whose body breaks off half way.</summary>
    public string? BreaksOff { get; set; }

    /// <summary>Requests for pictures wait for this.</summary>
    public Task PicturesHeld { get; set; } = Task.CompletedTask;

    /// <summary>How many requests for pictures ran at the same time at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Ends when four requests for pictures run at the same time.</summary>
    public Task FourHeld => _fourHeld.Task;

    public void Publish(string version)
    {
        Put("/api/versions.json", $"""["{version}", "16.17.1", "lolpatch_7.20"]""");
        var folder = $"/cdn/{version}/data/en_US";
        Put($"{folder}/champion.json", """
            {"type": "champion", "data": {
              "MonkeyKing": {"id": "MonkeyKing", "key": "62", "name": "Wukong", "title": "the Monkey King", "image": {"full": "MonkeyKing.png"}},
              "Fiddlesticks": {"id": "Fiddlesticks", "key": "9", "name": "Fiddlesticks", "image": {"full": "Fiddlesticks.png"}, "info": {"attack": 2}},
              "LeeSin": {"id": "LeeSin", "key": "64", "name": "Lee Sin"},
              "Nameless": {"id": "Nameless"}}}
            """);
        Put($"{folder}/item.json", """
            {"type": "item", "basic": {"from": []}, "data": {
              "1001": {"name": "Boots", "into": ["3006"], "gold": {"total": 300}, "image": {"full": "1001.png"}},
              "3006": {"name": "Berserker's Greaves", "from": ["1001"], "gold": {"total": 1100}},
              "3031": {"name": "Infinity Edge", "from": ["1038", "1037"], "gold": {"base": 625, "total": 3450}, "image": {"full": "3031.png"}},
              "2420": {"name": "Seeker's Armguard", "from": ["1052"], "into": ["3157"], "gold": {"total": 1600}},
              "4010": {"name": "Bloodletter's Curse", "gold": {"total": 2500}},
              "7050": {}}}
            """);
        Put($"{folder}/summoner.json", """
            {"data": {"SummonerFlash": {"id": "SummonerFlash", "key": "4", "name": "Flash", "image": {"full": "SummonerFlash.png"}}}}
            """);
        Put($"{folder}/runesReforged.json", """
            [{"id": 8100, "name": "Domination", "icon": "perk-images/Styles/7200_Domination.png",
              "slots": [{"runes": [{"id": 8112, "name": "Electrocute", "icon": "perk-images/Styles/Domination/Electrocute/Electrocute.png"}]}]}]
            """);
    }

    public void Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    public void Put(string path, byte[] content) => _files[path] = content;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        _asked.Enqueue(path);
        if (Offline)
        {
            throw new HttpRequestException("No such host is known.");
        }

        await Held.WaitAsync(cancellationToken);
        if (Busy > 0)
        {
            Busy--;
            return new(HttpStatusCode.ServiceUnavailable);
        }

        if (path.Contains("/img/", StringComparison.Ordinal))
        {
            await HoldPictureAsync(cancellationToken);
        }

        if (!_files.TryGetValue(path, out var content))
        {
            return new(HttpStatusCode.Forbidden);
        }

        return new(HttpStatusCode.OK) { Content = path == BreaksOff ? new StreamContent(new BrokenStream(content)) : new ByteArrayContent(content) };
    }

    private async Task HoldPictureAsync(CancellationToken cancellationToken)
    {
        lock (_files)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
            if (MostAtOnce == 4)
            {
                _fourHeld.TrySetResult();
            }
        }

        await PicturesHeld.WaitAsync(cancellationToken);
        lock (_files)
        {
            _running--;
        }
    }

    private sealed class BrokenStream(byte[] content) : MemoryStream(content, 0, content.Length / 2)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var read ? read : throw new IOException("The connection was reset.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.FromException(new IOException("The connection was reset."));
    }
}
