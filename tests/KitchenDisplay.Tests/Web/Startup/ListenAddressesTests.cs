using KitchenDisplay.Web.Startup;
using Microsoft.Extensions.Configuration;

namespace KitchenDisplay.Tests.Web.Startup;

public class ListenAddressesTests
{
    [Fact]
    public void Nothing_said_is_loopback() => Assert.Equal(["http://localhost:5080"], Choose(new StartOptions()));

    [Theory]
    [InlineData("http://localhost:7000")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.3.2.1:7000")]
    [InlineData("http://[::1]:7000")]
    [InlineData("https://LOCALHOST:7001")]
    public void Loopback_is_allowed(string url) => Assert.Equal([url], Choose(new StartOptions { Urls = url }));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://kitchen:5080")]
    [InlineData("http://localhost.example:5080")]
    [InlineData("http://127.0.0.1.example:5080")]
    [InlineData("http://localhost:5080;http://0.0.0.0:5081")]
    public void Other_machines_come_in_only_when_asked_for(string urls)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Choose(new StartOptions { Urls = urls }));
        Assert.Contains("--open-demo", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, refusal.ExitCode);

        Assert.Equal(urls.Split(';'), Choose(new StartOptions { Urls = urls, OpenDemo = true }));
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:8080")]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:8080")]
    public void The_environment_does_not_open_the_door_by_itself(string setting, string value)
    {
        Assert.Throws<StartRefusedException>(() => Choose(new StartOptions(), (setting, value)));
        Assert.NotEmpty(Choose(new StartOptions { OpenDemo = true }, (setting, value)));
    }

    [Fact]
    public void A_container_sets_ports_and_the_command_line_wins()
    {
        Assert.Equal(["http://*:8080", "https://*:8443"], Choose(new StartOptions { OpenDemo = true }, ("http_ports", "8080"), ("https_ports", "8443")));
        Assert.Equal(["http://localhost:7000"], Choose(new StartOptions { Urls = "http://localhost:7000" }, ("http_ports", "8080"), ("urls", "http://*:1")));
    }

    [Theory]
    [InlineData("kitchen")]
    [InlineData("localhost:5080")]
    public void What_is_no_address_is_refused_with_an_example(string urls)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Choose(new StartOptions { Urls = urls }));
        Assert.Contains("http://localhost:5080", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://*:8080", "http://localhost:8080/kitchen")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/kitchen")]
    [InlineData("http://[::]:8080", "http://localhost:8080/kitchen")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/kitchen")]
    public void The_start_screen_shows_addresses_that_can_be_opened(string url, string wall) =>
        Assert.Contains(wall, StartScreen.Text(url), StringComparison.Ordinal);

    private static IReadOnlyList<string> Choose(StartOptions options, params (string Key, string Value)[] settings) =>
        ListenAddresses.Choose(options, new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value))
            .Build());
}
