using System.Globalization;
using System.Text.Json;

namespace MnM.Benchmarks.Scenarios;

/// <summary>Runs a scenario and judges its rows.</summary>
internal sealed class ScenarioRun(Scenario scenario, TextWriter output, TextWriter errors)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Measures, prints the table and writes <paramref name="jsonFile"/>; answers the exit code.</summary>
    public async Task<int> RunAsync(Size size, string? jsonFile, CancellationToken cancellationToken)
    {
        var lacks = scenario.Measurements.Select(measurement => measurement.FindLack()).OfType<string>().Distinct().ToList();
        if (lacks.Count > 0)
        {
            lacks.ForEach(errors.WriteLine);
            return ExitCode.Lacking;
        }

        var results = new Results();
        foreach (var measurement in scenario.Measurements)
        {
            await errors.WriteLineAsync($"{measurement.Title} …");
            var before = results.Names.ToHashSet();
            try
            {
                await measurement.MeasureAsync(results, size, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The others are still worth knowing; the rows of this one are absent.
                await errors.WriteLineAsync($"{measurement.Title} failed: {failure}");
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Missed;
            }

            // A scenario can take half an hour; what is known is told.
            await errors.WriteLineAsync(string.Join(", ", results.Names.Except(before).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {results.Find(name):0.###}"))));
        }

        return await JudgeAsync(results, jsonFile);
    }

    private async Task<int> JudgeAsync(Results results, string? jsonFile)
    {
        var rows = new List<Row>();
        var absent = new List<string>();
        foreach (var spec in scenario.Rows)
        {
            if (results.Find(spec.Name) is { } value)
            {
                rows.Add(Row.Of(spec, value));
            }
            else
            {
                absent.Add(spec.Name);
            }
        }

        var undeclared = results.Names.Except(scenario.Rows.Select(spec => spec.Name)).ToList();
        await output.WriteLineAsync(Table.Of(scenario, rows));
        absent.ForEach(name => errors.WriteLine($"The row {name} is absent."));
        undeclared.ForEach(name => errors.WriteLine($"The row {name} was measured, but the scenario does not declare it."));
        if (jsonFile is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(jsonFile))!);
            await File.WriteAllTextAsync(jsonFile, JsonSerializer.Serialize(rows, Json), CancellationToken.None);
        }

        return absent.Count + undeclared.Count == 0 && rows.TrueForAll(row => row.Ok) ? ExitCode.Fine : ExitCode.Missed;
    }
}
