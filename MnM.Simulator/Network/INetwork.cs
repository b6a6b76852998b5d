using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.Network;

/// <summary>Where the simulated programs listen: on this machine's loopback, or only inside this process.</summary>
internal interface INetwork
{
    /// <summary>Keeps a port number without listening yet.</summary>
    /// <param name="number">0 for any free port.</param>
    /// <param name="handler">Answers every request.</param>
    IPort Bind(int number, RequestDelegate handler);

    /// <summary>The number that a program which starts now has among the processes.</summary>
    int NextProcessId();

    /// <summary>The name that the League client has among the processes.</summary>
    string ClientProcessName { get; }
}
