namespace MnM.Web.History.Time;

/// <summary>Registers what the page and the endpoints of the time analysis read.</summary>
internal static class TimePages
{
    public static IServiceCollection AddTimePages(this IServiceCollection services)
    {
        services.AddSingleton<TimeReader>();
        return services;
    }
}
