using MnM.Benchmarks.Scenarios;

namespace MnM.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal abstract record Command
{
    private Command()
    {
    }

    internal sealed record Help : Command;

    /// <param name="Arguments">For BenchmarkDotNet.</param>
    internal sealed record Micro(IReadOnlyList<string> Arguments) : Command;

    internal sealed record Scenario(Scenarios.Scenario Chosen, Size Size, string? JsonFile) : Command;

    /// <summary>What a scenario starts beside itself; people have no use for it.</summary>
    /// <param name="Address">Where MnM listens.</param>
    /// <param name="Sockets">How many sockets watch.</param>
    /// <param name="Circuits">How many pages watch.</param>
    /// <param name="LogFile">Where they write what they saw.</param>
    /// <param name="DevicesFile">The paired devices on which the pages are open, one each; null where all of them are on this machine.</param>
    internal sealed record Viewers(Uri Address, int Sockets, int Circuits, string LogFile, string? DevicesFile = null) : Command
    {
        /// <summary>The command line that asks for it.</summary>
        public IReadOnlyList<string> Arguments => ["viewers", Address.AbsoluteUri, $"{Sockets}", $"{Circuits}", LogFile, .. DevicesFile is null ? (string[])[] : [DevicesFile]];
    }

    /// <summary>What a scenario starts beside itself, and kills: it asks Riot's API on a database that others share, and writes how often it was answered.</summary>
    internal sealed record Ask(string Folder, string Address, string Key, int Requests) : Command
    {
        /// <summary>The command line that asks for it.</summary>
        public IReadOnlyList<string> Arguments => ["ask", Folder, Address, Key, $"{Requests}"];
    }

    /// <param name="Base">Address of the server.</param>
    /// <param name="RiotId">Who signs up there; somebody with matches.</param>
    /// <param name="Email">With which address.</param>
    internal sealed record Contract(Uri Base, string RiotId, string Email) : Command;

    internal sealed record Wrong(string Reason) : Command;
}
