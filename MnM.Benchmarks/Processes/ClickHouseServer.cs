using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MnM.Benchmarks.Processes;

/// <summary>A ClickHouse server of its own, in a temporary folder and on a free port of this machine. It never runs as root.</summary>
internal sealed class ClickHouseServer : IAsyncDisposable
{
    private const string Nobody = "65534";
    private static readonly string[] Places = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder;
    private readonly ChildProcess _process;
    private int _databases;

    private ClickHouseServer(DirectoryInfo folder, int port)
    {
        _folder = folder;
        Address = new Uri($"http://127.0.0.1:{port}/");
        string[] run = [FindProgram()!, $"--config-file={Path.Combine(folder.FullName, "config.xml")}"];
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["-R", $"{Nobody}:{Nobody}", folder.FullName]);
            chown.WaitForExit();
            run = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. run];
        }

        _process = ChildProcess.StartProgram(run[0], folder.FullName, run.Skip(1));
    }

    public Uri Address { get; }

    /// <summary>The program: the one that CLICKHOUSE_PATH names, else where Debian and ClickHouse's own packages put it; null where there is none.</summary>
    public static string? FindProgram() =>
        Environment.GetEnvironmentVariable("CLICKHOUSE_PATH") is { Length: > 0 } given ? (File.Exists(given) ? given : null) : Array.Find(Places, File.Exists);

    public static async Task<ClickHouseServer> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mnm-clickhouse-");
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "config.xml"), Configuration(folder.FullName, port), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "users.xml"), Users, cancellationToken);
        var server = new ClickHouseServer(folder, port);
        using var http = new HttpClient();
        await Waiting.ForAsync("ClickHouse did not start", PingAsync, server._process, Patience, cancellationToken);
        return server;

        async Task<string?> PingAsync(CancellationToken token)
        {
            try
            {
                return await http.GetStringAsync(new Uri(server.Address, "ping"), token);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    /// <summary>Makes an empty database; answers its address.</summary>
    public async Task<Uri> AddDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"mnm{Interlocked.Increment(ref _databases)}");
        await AskAsync($"CREATE DATABASE {name}", cancellationToken);
        return new Uri(Address, name);
    }

    /// <summary>Asks it, past MnM.</summary>
    public Task<string> AskAsync(string sql, CancellationToken cancellationToken) => AskAsync(sql, "", cancellationToken);

    /// <param name="sql">What is asked.</param>
    /// <param name="queryId">By which the server lists it while it works on it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<string> AskAsync(string sql, string queryId, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var body = new StringContent(sql);
        using var response = await http.PostAsync(new Uri(Address, $"?query_id={queryId}"), body, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? text.Trim() : throw new InvalidOperationException(text);
    }

    public async ValueTask DisposeAsync()
    {
        // It would finish merges first; the folder is thrown away.
        await _process.KillAsync();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Versions before 20 want this name for the root; later ones take both.
    private static string Configuration(string folder, int port) => string.Create(CultureInfo.InvariantCulture, $"""
        <yandex>
          <logger><level>warning</level><console>1</console></logger>
          <http_port>{port}</http_port>
          <listen_host>127.0.0.1</listen_host>
          <path>{folder}/data/</path>
          <tmp_path>{folder}/tmp/</tmp_path>
          <users_config>users.xml</users_config>
          <default_profile>default</default_profile>
          <default_database>default</default_database>
          <mark_cache_size>67108864</mark_cache_size>
        </yandex>
        """);

    private const string Users = """
        <yandex>
          <profiles><default/><readers><readonly>1</readonly></readers></profiles>
          <quotas><default/></quotas>
          <users>
            <default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
            <mnm><password>pass word</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></mnm>
            <reader><password/><networks><ip>127.0.0.1</ip></networks><profile>readers</profile><quota>default</quota></reader>
          </users>
        </yandex>
        """;
}
