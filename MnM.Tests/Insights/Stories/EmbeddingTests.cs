using MnM.Collector.Insights.Stories;
using MnM.Collector.Matches;
using MnM.Tests.Insights.Features;

namespace MnM.Tests.Insights.Stories;

/// <summary>Which matches went alike.</summary>
public sealed class EmbeddingTests
{
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public void A_vector_is_alike_with_itself_and_the_opposite_of_its_mirror()
    {
        var course = Ahead(400);
        var (own, other) = (Vector(course, 1), Vector(course, 6));
        Assert.Equal(1, Embedding.Cosine(own, own), 6);

        // Six stands against one, and has all that the other lacks; how long it took and who won are of both.
        Assert.True(Embedding.Cosine(own, other) < -0.5, $"{Embedding.Cosine(own, other)}");
    }

    [Fact]
    public void Who_was_a_little_ahead_is_nearer_to_who_was_far_ahead_than_to_who_was_behind()
    {
        var (far, little, behind) = (Vector(Ahead(500), 1), Vector(Ahead(150), 1), Vector(Ahead(-300), 1));
        Assert.True(Embedding.Cosine(far, little) > Embedding.Cosine(far, behind));
    }

    [Fact]
    public void A_vector_without_direction_is_alike_with_nothing() => Assert.Equal(0, Embedding.Cosine(new byte[Embedding.Length], Vector(Ahead(400), 1)));

    [Fact]
    public void People_without_their_numbers_have_no_vectors()
    {
        var match = TestCourse.Match(participant: one => one.Number += 1);
        Assert.Empty(Embedding.Pack(match, Ahead(400).Course));
    }

    [Fact]
    public void Figures_at_minutes_are_read_back_as_they_were_and_are_none_of_who_is_not_there()
    {
        var course = new TestCourse { Minutes = 20, Figures = (number, minute) => new(minute, (400 + number) * minute, (300 + number) * minute, 1) };
        var match = Lanes();
        var marks = match.Participants.Select(one => MinuteMarks.Of(match, one, course.Course)).ToList();
        Assert.Equal(new MinuteMarks(10, -50, -50, -75), marks[0]);
        var packed = MinuteMarks.Pack(marks);
        Assert.Equal(marks, Enumerable.Range(0, 10).Select(place => MinuteMarks.Read(packed, place)));
        Assert.Equal(MinuteMarks.None, MinuteMarks.Read(packed, 10));
        Assert.Equal(MinuteMarks.None, MinuteMarks.Read(null, 0));
        Assert.Equal(MinuteMarks.None, MinuteMarks.Read(packed, -1));
    }

    [Fact]
    public async Task The_nearest_of_the_same_role_are_found_without_the_match_itself()
    {
        await using var world = await InsightWorld.StartAsync();
        var store = world.Get<EmbeddingStore>();
        var made = new List<MatchEmbedding>();
        for (var number = 1; number <= 6; number++)
        {
            var id = await world.StoreMatchAsync(number, TimeSpan.FromDays(number));
            made.Add(new MatchEmbedding { MatchId = id, Version = Embedding.Version, Vectors = Embedding.Pack(Lanes(), Ahead(100 * number).Course), Minutes = [] });
        }

        await store.StoreAsync(made, End);
        await store.StoreAsync([made[2]], End);
        var nearest = await store.NearestAsync(made[5].Vectors, "EUW1_6", 1, 3, End);
        Assert.Equal(3, nearest.Length);
        Assert.DoesNotContain(nearest, near => near.MatchId == "EUW1_6");
        Assert.All(nearest, near => Assert.Contains(near.Participant, (int[])[1, 6]));
        Assert.Equal(("EUW1_5", 1), (nearest[0].MatchId, nearest[0].Participant));
        Assert.Equal(nearest.OrderByDescending(near => near.Cosine), nearest);
    }

    [Fact]
    public async Task The_loop_derives_each_timeline_once_and_what_nothing_is_told_of_too()
    {
        await using var world = await InsightWorld.StartAsync();
        var good = await world.StoreMatchAsync(1, TimeSpan.FromDays(1));
        var aram = await world.StoreMatchAsync(2, TimeSpan.FromDays(2), match => (match.MapId, match.Mode) = (12, "ARAM"));
        var broken = await world.StoreMatchAsync(3, TimeSpan.FromDays(3));
        await world.StoreTimelineAsync(good);
        await world.StoreTimelineAsync(aram);
        await world.StoreTimelineAsync(broken, [1, 2, 3]);
        await world.Get<EmbeddingLoop>().TickAsync(End);

        var store = world.Get<EmbeddingStore>();
        Assert.Equal(Embedding.People * Embedding.Stride, (await store.FindVectorsAsync(good, End))!.Length);
        Assert.Empty((await store.FindVectorsAsync(aram, End))!);
        Assert.Empty((await store.FindVectorsAsync(broken, End))!);
        Assert.Empty(await store.FindMissingAsync(10, End));
    }

    private static ReadMatch Lanes() => TestCourse.Match(participant: one => one.Position = ((string[])["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"])[(one.Number - 1) % 5]);

    /// <summary>A match in which the first one earned so much a minute more than the opponent.</summary>
    private static TestCourse Ahead(int gold) => new()
    {
        Minutes = 30,
        Figures = (number, minute) => new(7 * minute, 500 + ((400 + (number == 1 ? gold : 0)) * minute), (480 + (number == 1 ? gold / 2 : 0)) * minute, 1 + (minute / 2)),
    };

    private static byte[] Vector(TestCourse course, int number) => Embedding.Pack(Lanes(), course.Course).AsSpan(((number - 1) * Embedding.Stride) + 1, Embedding.Length).ToArray();
}
