using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.Network;

/// <summary>Ports of 127.0.0.1 that speak TLS with the game's certificate.</summary>
internal sealed class LoopbackNetwork(GameCertificates certificates) : INetwork
{
    public IPort Bind(int number, RequestDelegate handler) => new LoopbackPort(number, certificates.Leaf, handler);

    /// <summary>The simulator's own: whoever looks whether the client still runs finds a process while the simulator does.</summary>
    public int NextProcessId() => Environment.ProcessId;

    /// <summary>The simulator's own, which belongs to that number.</summary>
    public string ClientProcessName
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.ProcessName;
        }
    }
}
