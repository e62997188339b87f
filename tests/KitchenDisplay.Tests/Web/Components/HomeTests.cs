using Bunit;
using KitchenDisplay.Web.Components.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Components;

public class HomeTests : BunitContext
{
    public HomeTests() => Services.AddLocalization();

    [Fact]
    public void The_start_page_leads_to_wall_tablet_and_office()
    {
        var home = Render<Home>();

        Assert.Equal(["/wall", "/order", "/office"], home.FindAll("a.door").Select(door => door.GetAttribute("href")));
        home.Find("h1").MarkupMatches("<h1>KitchenDisplay</h1>");
    }
}
