using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Language.Chat;

namespace MnM.Tests.Insights.Language;

/// <summary>What is said to a model on this machine does not leave it.</summary>
public class LanguageProxyTests
{
    [Theory]
    [InlineData("http://localhost:11434/v1/", false)]
    [InlineData("http://127.0.0.1:1234/v1/", false)]
    [InlineData("https://api.example.org/v1/", true)]
    public void No_proxy_is_used_for_a_model_on_this_machine(string endpoint, bool isUsed)
    {
        using var services = new ServiceCollection().AddSingleton(Options.Create(new LanguageOptions { Endpoint = new Uri(endpoint), Model = "m" })).AddLanguage().BuildServiceProvider();
        HttpMessageHandler handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ChatClient.Client);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Equal((isUsed, false), (sockets.UseProxy, sockets.AllowAutoRedirect));
    }
}
