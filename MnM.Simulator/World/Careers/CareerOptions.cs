using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Careers;

/// <summary>A few people who play with each other, and since when.</summary>
internal sealed record CareerOptions
{
    /// <summary>From 0 to 7; another for each career.</summary>
    public required int Number { get; init; }

    /// <summary>The first is its hero.</summary>
    public required ImmutableArray<CareerMember> Members { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>Years in which nobody plays, beside holidays.</summary>
    public ImmutableArray<(DateOnly From, DateOnly Until)> Away { get; init; } = [];

    /// <summary>Those of the simulated world, all at home where the evenings are.</summary>
    public static ImmutableArray<CareerOptions> All { get; } =
    [
        new()
        {
            Number = 0,
            Members =
            [
                new(Friends[0], 0.62, 0.515),
                new(Friends[1], 0.3, 0.5),
                new(Friends[2], 0.25, 0.53),
                new(Friends[3], 0.2, 0.48),
            ],
            Since = new DateOnly(2025, 7, 1),
        },
        new()
        {
            Number = 1,
            Members = [new(Person.Of("Grandfather Clk#TOCK"), 0.55, 0.505)],
            Since = FirstDay,
        },
        new()
        {
            Number = 2,
            Members = [new(Person.Of("Long Way Home#BACK"), 0.6, 0.5)],
            Since = FirstDay,
            Away = [(new DateOnly(2021, 11, 10), new DateOnly(2026, 2, 1))],
        },
    ];

    /// <summary>Nobody's list of matches reaches further back.</summary>
    private static DateOnly FirstDay => new(2021, 6, 17);

    private static ImmutableArray<Person> Friends => [Writing.Cast.Local, .. Writing.Cast.Others[..3]];
}
