using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Players.Users;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Players.Users;

/// <summary>People who have signed up: who they are, their ranks and their matches.</summary>
public static class UsersApi
{
    private const string Json = "application/json";

    /// <summary>Maps /users and /fetch_user, there and below /api.</summary>
    public static IEndpointRouteBuilder MapUsersApi(this IEndpointRouteBuilder routes)
    {
        routes.MapContract("Users", (api, name) =>
        {
            api.MapPost("/users/sign_up", SignUpAsync).WithName(name("SignUp")).WithSummary("Makes a user of whoever has a Riot ID.").TakesCredentials();
            api.MapPost("/users/sign_in", SignInAsync).WithName(name("SignIn")).WithSummary("Recognises who has signed up. It grants nothing.").TakesCredentials();
            api.MapPost("/fetch_user", FetchUserAsync).WithName(name("FetchUser")).WithSummary("The user who has a Riot ID.").TakesCredentials();
            api.MapGet("/users/{id}/fetch_rank", FetchRankAsync).ForViewers().WithName(name("FetchRank")).WithSummary("Riot's ranked payload of a user, as Riot sent it.")
                .Produces(StatusCodes.Status200OK, contentType: Json);
            api.MapGet("/users/{id}/matches", MatchesAsync).ForViewers().WithName(name("ListUserMatches")).WithSummary("A user's matches, the latest first.");
        });
        return routes;
    }

    private static RouteHandlerBuilder TakesCredentials(this RouteHandlerBuilder route) => route
        .Accepts<Credentials>(Json).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<UserJson>, ProblemHttpResult>> SignUpAsync(JsonElement body, UserAccounts accounts, HttpContext http, CancellationToken cancellationToken)
    {
        var said = Credentials.Of(body);
        return Answer(await accounts.SignUpAsync(said.SummonerName, said.Email, cancellationToken), http, ofNobody: StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<UserJson>, ProblemHttpResult>> SignInAsync(JsonElement body, UserAccounts accounts, HttpContext http, CancellationToken cancellationToken)
    {
        var said = Credentials.Of(body);
        return Answer(await accounts.SignInAsync(said.SummonerName, said.Email, cancellationToken), http, ofNobody: StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<UserJson>, ProblemHttpResult>> FetchUserAsync(JsonElement body, UserAccounts accounts, HttpContext http, CancellationToken cancellationToken) =>
        Answer(await accounts.OpenAsync(Credentials.Of(body).SummonerName, cancellationToken), http, ofNobody: StatusCodes.Status404NotFound);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FetchRankAsync(
        string id, ClaimsPrincipal visitor, UserAccounts accounts, RankedPayloads ranks, HttpResponse response, CancellationToken cancellationToken)
    {
        var (player, refusal) = await FindPlayerAsync(id, accounts, cancellationToken);
        if (player is null)
        {
            return refusal!;
        }

        switch (visitor.IsOwner() ? await ranks.FetchAsync(player, cancellationToken) : ranks.Find(player) ?? new RankedPayload.Absent(OwnersRiot.Sentence))
        {
            case RankedPayload.Fetched { Json: var json, Stale: var stale }:
                if (stale is not null)
                {
                    response.TellStale(stale);
                }

                return TypedResults.Bytes(json, Json);
            case RankedPayload.Absent { Reason: var reason }:
                return TypedResults.Problem(reason, statusCode: StatusCodes.Status404NotFound);
            case var refused:
                return TypedResults.Problem(((RankedPayload.Unavailable)refused).Reason, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<Results<Ok<List<UserMatch>>, ProblemHttpResult>> MatchesAsync(
        string id, [AsParameters] MatchListParameters said, ClaimsPrincipal visitor, CustomGames customs, HiddenPeople people, UserAccounts accounts, MatchListQuery matches, FirstMatches first, StaticDataStore catalogs,
        HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindUserAsync(id, accounts, cancellationToken) is not { } user)
        {
            return NoUser(id);
        }

        var (question, faults) = MatchListQuestion.Read(said, catalogs.Current);
        if (faults.Count > 0)
        {
            return FieldFaults.Problem(StatusCodes.Status400BadRequest, faults);
        }

        var filter = question.Filter with { WithoutCustom = !customs.AreShownTo(visitor), Without = (await people.OfAsync(user.PlayerId, visitor, cancellationToken)).Own };
        if (filter.After is { } last && !await matches.IsStoredAsync(last, cancellationToken))
        {
            return FieldFaults.Problem(StatusCodes.Status400BadRequest, FieldFaults.Of(("after", $"after names {last}, which is not stored here.")));
        }

        var found = await matches.ReadAsync(user.PlayerId, filter, question.Skip, question.Limit, cancellationToken);
        if (found.Total == 0 && visitor.IsOwner() && !await matches.AnyAsync(user.PlayerId, cancellationToken))
        {
            if (await FetchFirstAsync(id, accounts, first, cancellationToken) is { } reason)
            {
                response.TellStale(reason);
            }

            found = await matches.ReadAsync(user.PlayerId, filter, question.Skip, question.Limit, cancellationToken);
        }

        response.TellPage(question.Page, question.Limit, found.Total);
        return TypedResults.Ok(found.Ids.Select(UserMatch.Of).OfType<UserMatch>().ToList());
    }

    private static async Task<string?> FetchFirstAsync(string id, UserAccounts accounts, FirstMatches first, CancellationToken cancellationToken)
    {
        var (player, refusal) = await FindPlayerAsync(id, accounts, cancellationToken);
        return player is null ? refusal!.ProblemDetails.Detail : await first.FetchAsync(player, cancellationToken);
    }

    private static async Task<User?> FindUserAsync(string id, UserAccounts accounts, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out var uuid) ? await accounts.FindUserAsync(uuid, cancellationToken) : null;

    private static async Task<(KnownPlayer? Player, ProblemHttpResult? Refusal)> FindPlayerAsync(string id, UserAccounts accounts, CancellationToken cancellationToken)
    {
        var user = await FindUserAsync(id, accounts, cancellationToken);
        return user is null ? (null, NoUser(id))
            : await accounts.FindPlayerAsync(user, cancellationToken) is { } player ? (player, null)
            : (null, TypedResults.Problem("The key in use is of another product, which does not know this player yet.", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    private static Results<Ok<UserJson>, ProblemHttpResult> Answer(UserAnswer answer, HttpContext http, int ofNobody) => answer switch
    {
        UserAnswer.Found { User: var user, Player: var player } => TypedResults.Ok(UserJson.Of(user, player, tellsEmail: http.User.IsOwner())),
        UserAnswer.Invalid { Faults: var faults } => FieldFaults.Problem(
            StatusCodes.Status422UnprocessableEntity, FieldFaults.Of((Credentials.RiotIdField, faults.RiotId), (Credentials.EmailField, faults.Email))),
        UserAnswer.Nobody { Sentence: var sentence } => FieldFaults.Problem(ofNobody, FieldFaults.Of((Credentials.RiotIdField, sentence))),
        UserAnswer.NotSignedUp nobody => TypedResults.Problem(nobody.Sentence, statusCode: StatusCodes.Status404NotFound),
        UserAnswer.OtherEmail other => TypedResults.Problem(other.Sentence, statusCode: StatusCodes.Status401Unauthorized),
        var refused => TypedResults.Problem(((UserAnswer.Unavailable)refused).Reason, statusCode: StatusCodes.Status503ServiceUnavailable),
    };

    private static ProblemHttpResult NoUser(string id) => TypedResults.Problem($"There is no user {id}.", statusCode: StatusCodes.Status404NotFound);
}
