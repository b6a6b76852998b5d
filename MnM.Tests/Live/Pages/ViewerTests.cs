using Bunit;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Web.Board;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Tests.Live.Pages;

/// <summary>What viewers see of the running game, on the page and on the board.</summary>
public sealed class ViewerTests : PageContext
{
    private const string Secret = "/home/anna/league is full";

    [Fact]
    public void A_matched_game_is_shown_to_everybody()
    {
        Be(Role.Viewer);
        Assert.All([Markup<LivePage>(Matched()), Markup<BoardPage>(Matched())], page => Assert.Contains("Mossbeard", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LiveConnection.InGame)]
    [InlineData(LiveConnection.Lost)]
    [InlineData(LiveConnection.Ended)]
    public void A_custom_game_is_the_owners_until_the_owner_shows_it(LiveConnection connection)
    {
        var custom = LiveViews.State(connection, LiveViews.Rift());
        Assert.All([Markup<LivePage>(custom), Markup<BoardPage>(custom)], page => Assert.Contains("Mossbeard", page, StringComparison.Ordinal));

        Be(Role.Viewer);
        Assert.All([Markup<LivePage>(custom), Markup<BoardPage>(custom)], page =>
        {
            Assert.DoesNotContain("Mossbeard", page, StringComparison.Ordinal);
            Assert.Contains(connection == LiveConnection.Ended ? "No game is running" : "This game is not shared", page, StringComparison.Ordinal);
        });

        Sharing.IsShown = true;
        Assert.All([Markup<LivePage>(custom), Markup<BoardPage>(custom)], page => Assert.Contains("Mossbeard", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_is_open_follows_what_the_owner_decides_with_the_next_poll()
    {
        Be(Role.Viewer);
        Sharing.IsShown = true;
        var page = Show(LiveViews.Rift());
        Assert.Contains("Mossbeard", page.Markup, StringComparison.Ordinal);

        Sharing.IsShown = false;
        States.Publish(LiveViews.InGame(LiveViews.Rift().Next()));
        page.WaitForAssertion(() => Assert.DoesNotContain("Mossbeard", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Lobby_and_champ_select_of_a_custom_game_name_nobody()
    {
        var open = ClientViews.Open();
        var lobby = ClientViews.State(open with { Lobby = ClientViews.Lobby() with { IsCustom = true } }, "Lobby");
        var select = ClientViews.State(open with { ChampSelect = ClientViews.ChampSelect() with { QueueId = 0 } }, "ChampSelect");
        var loads = ClientViews.State(open with { Game = new ClientGame(7001, 0, IsCustom: true) }, "GameStart");
        var over = ClientViews.State(open with { EndOfGame = ClientViews.EndOfGame() with { QueueType = "NONE" } }, "EndOfGame");
        Assert.All([Markup<LivePage>(lobby), Markup<LivePage>(select), Markup<LivePage>(over)], page => Assert.Contains("PaperCrane", page, StringComparison.Ordinal));

        Be(Role.Viewer);
        Assert.All([lobby, select, over], state => Assert.DoesNotContain("PaperCrane", Markup<LivePage>(state) + Markup<BoardPage>(state), StringComparison.Ordinal));
        Assert.Contains("This game is not shared", Markup<LivePage>(loads), StringComparison.Ordinal);
    }

    [Fact]
    public void Lobby_champ_select_and_result_of_a_matched_game_are_shown()
    {
        Be(Role.Viewer);
        var open = ClientViews.Open();
        Assert.All(
            [
                ClientViews.State(open with { Lobby = ClientViews.Lobby() }, "Lobby"),
                ClientViews.State(open with { ChampSelect = ClientViews.ChampSelect() }, "ChampSelect"),
                ClientViews.State(open with { EndOfGame = ClientViews.EndOfGame() }, "EndOfGame"),
            ],
            state => Assert.Contains("PaperCrane", Markup<LivePage>(state), StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_and_settings_of_this_machine_are_told_to_the_owner_alone()
    {
        var lost = LiveViews.State(LiveConnection.Lost, LiveViews.Rift() with { IsMatched = true }) with { Fault = new LiveFault(Secret, LiveViews.At), Trust = LiveTrust.AnyOnLoopback };
        var full = LiveViews.InGame(LiveViews.Rift() with { IsMatched = true, Recording = new(10, 1, 0, Secret) });
        Assert.All([Markup<LivePage>(lost), Markup<LivePage>(full)], page => Assert.Contains(Secret, page, StringComparison.Ordinal));

        Be(Role.Viewer);
        Assert.All([Markup<LivePage>(lost), Markup<LivePage>(full), Markup<BoardPage>(full)], page => Assert.DoesNotContain(Secret, page, StringComparison.Ordinal));
        Assert.DoesNotContain("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", Markup<LivePage>(lost), StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_is_started_by_the_owner_alone()
    {
        var page = Show(LiveViews.State(LiveConnection.Waiting));
        Assert.Equal(["Start the demo"], ActsOn(page));

        Be(Role.Viewer);
        Assert.Empty(ActsOn(Show(LiveViews.State(LiveConnection.Waiting))));
    }

    private static LiveState Matched() => LiveViews.InGame(LiveViews.Rift() with { IsMatched = true });

    private string Markup<TPage>(LiveState state)
        where TPage : IComponent
    {
        using var page = Show<TPage>(state);
        return page.Markup;
    }
}
