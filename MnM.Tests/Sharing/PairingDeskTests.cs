using MnM.Collector.Sharing;
using MnM.Simulator;

namespace MnM.Tests.Sharing;

public sealed class PairingDeskTests
{
    private const string Phone = "192.168.1.4";
    private const string OwnerCode = "AAAABBBBCCCCDDDDEEEE";
    private readonly SimulatorClock _clock = new();
    private readonly PairingDesk _desk;

    public PairingDeskTests() => _desk = new(_clock);

    [Fact]
    public async Task The_code_lets_one_device_in_and_no_second()
    {
        var pairing = _desk.OpenNew();
        Assert.Matches("^[0-9]{6}$", pairing.Code);
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: false), await TryAsync(pairing.Code));
        Assert.Null(_desk.Current);
        Assert.IsType<PairingAnswer.Closed>(await TryAsync(pairing.Code));
    }

    [Fact]
    public async Task The_link_lets_one_device_in_and_no_second()
    {
        var pairing = _desk.OpenNew();
        Assert.Equal(22, pairing.LinkToken.Length);
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: false), await TryAsync(pairing.LinkToken));
        Assert.IsType<PairingAnswer.Closed>(await TryAsync(pairing.LinkToken, "192.168.1.5"));
        Assert.IsType<PairingAnswer.Closed>(await TryAsync(pairing.Code, "192.168.1.6"));
    }

    [Fact]
    public async Task Five_wrong_codes_close_it_for_everybody()
    {
        var pairing = _desk.OpenNew();
        for (var left = 4; left >= 0; left--)
        {
            Assert.Equal(new PairingAnswer.Wrong(left), await TryAsync(WrongFor(pairing), $"192.168.1.{left}"));
        }

        Assert.IsType<PairingAnswer.Closed>(await TryAsync(pairing.Code, "192.168.1.77"));
        Assert.IsType<PairingAnswer.Closed>(await TryAsync(WrongFor(pairing), "192.168.1.78"));
        Assert.Equal(["192.168.1.4", "192.168.1.3", "192.168.1.2", "192.168.1.1", "192.168.1.0"], _desk.Current!.WrongFrom.AsEnumerable());
        Assert.Equal(0, _desk.Current.TriesLeft);
    }

    [Fact]
    public async Task What_nobody_can_guess_is_neither_closed_nor_held_up_by_wrong_codes()
    {
        var pairing = _desk.OpenNew();
        for (var i = 0; i < 40; i++)
        {
            await TryAsync(WrongFor(pairing), $"192.168.1.{i}");
        }

        Assert.IsType<PairingAnswer.TooMany>(await TryAsync("000000"));
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: true), await TryAsync(OwnerCode, "192.168.1.1"));
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: false), await TryAsync(pairing.LinkToken, "192.168.1.1"));
        Assert.Null(_desk.Current);
    }

    [Fact]
    public async Task It_is_open_for_five_minutes()
    {
        var pairing = _desk.OpenNew();
        _clock.Advance(299);
        Assert.Equal(pairing, _desk.Current);
        _clock.Advance(1);
        Assert.Null(_desk.Current);
        Assert.IsType<PairingAnswer.Closed>(await TryAsync(pairing.Code));
    }

    [Fact]
    public async Task A_new_code_ends_the_one_before()
    {
        var old = _desk.OpenNew();
        var pairing = _desk.OpenNew();
        Assert.NotEqual(old.LinkToken, pairing.LinkToken);
        Assert.IsType<PairingAnswer.Wrong>(await TryAsync(old.LinkToken));
        _desk.Close();
        Assert.IsType<PairingAnswer.Closed>(await TryAsync(pairing.LinkToken, "192.168.1.5"));
    }

    [Fact]
    public async Task A_code_that_was_right_in_vain_is_open_again_as_it_was()
    {
        var pairing = _desk.OpenNew();
        await TryAsync(WrongFor(pairing), "192.168.1.5");
        await TryAsync(pairing.Code);
        _desk.Reopen(WrongFor(pairing));
        Assert.Null(_desk.Current);

        _desk.Reopen(pairing.Code);

        Assert.Equal(["192.168.1.5"], _desk.Current!.WrongFrom.AsEnumerable());
        Assert.Equal(new PairingAnswer.Wrong(3), await TryAsync(WrongFor(pairing)));
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: false), await TryAsync(pairing.LinkToken, "192.168.1.6"));
    }

    [Fact]
    public async Task A_code_that_was_closed_or_followed_since_stays_away()
    {
        var old = _desk.OpenNew();
        await TryAsync(old.Code);
        var pairing = _desk.OpenNew();
        _desk.Reopen(old.Code);
        Assert.Equal(pairing, _desk.Current);

        await TryAsync(pairing.LinkToken);
        _desk.Close();
        _desk.Reopen(pairing.LinkToken);
        Assert.Null(_desk.Current);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_right_code_that_waits_lets_nobody_in_once_its_owner_closed_it_or_opened_another(bool isClosed)
    {
        var pairing = _desk.OpenNew();
        await TryAsync(WrongFor(pairing));
        var waiting = TryAsync(pairing.Code);
        if (isClosed)
        {
            _desk.Close();
        }
        else
        {
            _desk.OpenNew();
        }

        _clock.Advance(1);
        Assert.IsType<PairingAnswer.Closed>(await waiting);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_wall_clock_that_is_set_makes_no_code_last_longer_and_no_wait(int days)
    {
        var pairing = _desk.OpenNew();
        for (var i = 0; i < 10; i++)
        {
            await BeginAsync("000000", waits: i);
        }

        _clock.SetWall(TimeSpan.FromDays(days));
        Assert.Equal(new PairingAnswer.TooMany(TimeSpan.FromSeconds(15)), await TryAsync("000000"));
        _clock.Advance(15);
        Assert.IsType<PairingAnswer.Closed>(await BeginAsync("000000", waits: 10));

        _clock.Advance(229);
        Assert.Equal((pairing.LinkToken, TimeSpan.FromSeconds(1)), (_desk.Current?.LinkToken, _desk.TimeLeft));
        _clock.Advance(1);
        Assert.Equal((null, TimeSpan.Zero), (_desk.Current, _desk.TimeLeft));
    }

    [Fact]
    public async Task Each_wrong_code_makes_the_next_answer_a_second_slower_the_right_one_too()
    {
        var pairing = _desk.OpenNew();
        Assert.IsType<PairingAnswer.Wrong>(await BeginAsync(WrongFor(pairing), waits: 0));
        Assert.IsType<PairingAnswer.Wrong>(await BeginAsync(WrongFor(pairing), waits: 1));
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: false), await BeginAsync(pairing.Code, waits: 2));
    }

    [Fact]
    public async Task Many_at_once_from_one_address_are_looked_at_one_after_the_other()
    {
        var pairing = _desk.OpenNew();
        await TryAsync(WrongFor(pairing));
        var first = _desk.TryAsync(WrongFor(pairing), Phone, IsOwnerCode, CancellationToken.None);
        Assert.False(first.IsCompleted);

        // The right one among them too: what is not looked at tells nothing.
        for (var i = 0; i < 50; i++)
        {
            Assert.IsType<PairingAnswer.TooMany>(await TryAsync(pairing.Code));
        }

        _clock.Advance(1);
        Assert.Equal(new PairingAnswer.Wrong(3), await first);
    }

    [Fact]
    public async Task One_address_is_looked_at_ten_times_a_minute_and_keeps_nobody_else_out()
    {
        for (var i = 0; i < 10; i++)
        {
            await BeginAsync("000000", waits: i);
        }

        Assert.IsType<PairingAnswer.TooMany>(await TryAsync("000000"));
        var pairing = _desk.OpenNew();
        Assert.IsType<PairingAnswer.Accepted>(await TryAsync(pairing.Code, "192.168.1.5"));
    }

    [Fact]
    public async Task Many_addresses_together_are_looked_at_thirty_times_a_minute()
    {
        var looked = 0;
        for (var i = 0; i < 1000; i++)
        {
            looked += await TryAsync("000000", $"10.0.{i / 256}.{i % 256}") is PairingAnswer.TooMany ? 0 : 1;
        }

        Assert.Equal(30, looked);
        Assert.Equal(new PairingAnswer.TooMany(TimeSpan.FromMinutes(1)), await TryAsync("000000"));
        _clock.Advance(60);
        Assert.IsType<PairingAnswer.Closed>(await TryAsync("000000"));
    }

    [Fact]
    public async Task The_owner_s_code_needs_no_open_one_and_closes_none()
    {
        var pairing = _desk.OpenNew();
        Assert.Equal(new PairingAnswer.Accepted(IsOwner: true), await TryAsync(OwnerCode));
        Assert.Equal(pairing, _desk.Current);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000000000000000000000000000")]
    [InlineData("１２３４５６")]
    public async Task What_is_no_code_is_wrong(string shown)
    {
        _desk.OpenNew();
        Assert.Equal(new PairingAnswer.Wrong(4), await TryAsync(shown));
    }

    [Fact]
    public async Task Who_leaves_while_waiting_has_used_a_try()
    {
        var pairing = _desk.OpenNew();
        await TryAsync(WrongFor(pairing));
        using var gone = new CancellationTokenSource();
        var waiting = _desk.TryAsync(WrongFor(pairing), Phone, IsOwnerCode, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(new PairingAnswer.Wrong(2), await BeginAsync(WrongFor(pairing), waits: 2));
    }

    [Fact]
    public async Task Who_leaves_while_a_right_code_waits_has_not_used_it()
    {
        var pairing = _desk.OpenNew();
        await TryAsync(WrongFor(pairing));
        using var gone = new CancellationTokenSource();
        var waiting = _desk.TryAsync(pairing.Code, Phone, IsOwnerCode, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(pairing.Code, _desk.Current?.Code);
    }

    private static string WrongFor(Pairing pairing) => pairing.Code == "123456" ? "654321" : "123456";

    private static bool IsOwnerCode(string shown) => shown == OwnerCode;

    private Task<PairingAnswer> TryAsync(string shown, string address = Phone) => _desk.TryAsync(shown, address, IsOwnerCode, CancellationToken.None);

    /// <summary>Shows a code and turns the clock until it is answered: not sooner than after <paramref name="waits"/> seconds.</summary>
    private async Task<PairingAnswer> BeginAsync(string shown, int waits)
    {
        var answer = TryAsync(shown);
        for (var second = 0; second < waits; second++)
        {
            Assert.False(answer.IsCompleted);
            _clock.Advance(1);
        }

        return await answer;
    }
}
