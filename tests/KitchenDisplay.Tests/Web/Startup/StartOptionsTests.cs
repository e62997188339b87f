using KitchenDisplay.Web.Startup;

namespace KitchenDisplay.Tests.Web.Startup;

public class StartOptionsTests
{
    [Fact]
    public void Without_options_the_demo_is_loaded_and_stays_closed() => Assert.Equal(new StartOptions(), StartOptions.Read());

    [Fact]
    public void Every_option_is_understood()
    {
        Assert.Equal("http://localhost:7000", StartOptions.Read("--urls", "http://localhost:7000").Urls);
        Assert.Equal("http://localhost:7000", StartOptions.Read("--urls=http://localhost:7000").Urls);
        Assert.Equal(new StartOptions { NoDemo = true, OpenDemo = true }, StartOptions.Read("--no-demo", "--open-demo"));
        Assert.True(StartOptions.Read("--reset-demo").ResetDemo);
        Assert.True(StartOptions.Read("--health").Health);
        Assert.True(StartOptions.Read("--help").Help);
    }

    [Theory]
    [InlineData("--opendemo")]
    [InlineData("grill")]
    [InlineData("--no-demo=yes")]
    [InlineData("--urls")]
    [InlineData("--urls=")]
    public void What_is_not_understood_is_refused_by_its_name(string option)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => StartOptions.Read("--no-demo", option));

        Assert.Contains(option.TrimEnd('='), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, refusal.ExitCode);
    }

    [Fact]
    public void Loading_the_demo_anew_and_not_at_all_is_refused() =>
        Assert.Throws<StartRefusedException>(() => StartOptions.Read("--no-demo", "--reset-demo"));

    [Fact]
    public void The_help_names_every_option()
    {
        foreach (var option in new[] { "--urls", "--no-demo", "--reset-demo", "--open-demo", "--health", "--help" })
            Assert.Contains(option, StartOptions.Usage, StringComparison.Ordinal);
    }
}
