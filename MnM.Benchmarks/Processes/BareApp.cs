namespace MnM.Benchmarks.Processes;

/// <summary>An ASP.NET Core program with one endpoint and nothing else, built when it is asked for: what a start takes at the least.</summary>
internal static class BareApp
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
            <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
            <NuGetAudit>false</NuGetAudit>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
        </Project>
        """;

    private const string Code =
        """
        var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);
        Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/health", () => "ok");
        app.Run();
        """;

    /// <summary>Builds it in a folder; the program.</summary>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public static async Task<string> BuildAsync(string folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Bare.csproj"), Project, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Code, cancellationToken);
        var output = Path.Combine(folder, "built");
        await using var build = ChildProcess.StartDotnet(folder, ["build", "-c", "Release", "-o", output, "--nologo", "-nodeReuse:false"]);
        return await build.WaitForEndAsync(cancellationToken) == 0
            ? Path.Combine(output, "Bare.dll")
            : throw new InvalidOperationException($"The bare program cannot be built.{Environment.NewLine}{string.Join(Environment.NewLine, build.Lines)}");
    }
}
