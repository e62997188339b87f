using System.Net;
using System.Text.Json;
using KitchenDisplay.Load.Screens;

namespace KitchenDisplay.Tests.Load;

public class CircuitPageTests
{
    private const string Html =
        """
        <head><!--Blazor:{"type":"server","prerenderId":"b1","key":{"locationHash":"77:4","formattedComponentKey":""},"sequence":0,"descriptor":"CfDJ8\u002Bc"}-->
        <title>Wall</title><!--Blazor:{"prerenderId":"b1"}--></head>
        <body><!--Blazor:{"type":"server","sequence":1,"descriptor":"CfDJ8xyz"}--><!-- a note -->
        <!--Blazor-Server-Component-State:CfDJ8state--></body>
        """;

    private readonly CircuitPage page = CircuitPage.Read(new Uri("http://127.0.0.1:5000/kitchen/grill"), new CookieContainer(), Html);

    [Fact]
    public void Only_the_marker_at_the_start_of_a_server_component_counts() => Assert.Equal(2, page.Markers.Count);

    [Fact]
    public void The_state_of_the_page_goes_to_the_circuit_as_it_is() => Assert.Equal("CfDJ8state", page.State);

    [Fact]
    public void Every_component_is_added_with_its_marker_unchanged()
    {
        var operations = JsonElement.Parse(page.ComponentsToAdd()).GetProperty("operations").EnumerateArray().ToArray();

        Assert.Equal([1, 2], operations.Select(operation => operation.GetProperty("ssrComponentId").GetInt32()));
        Assert.Equal("CfDJ8+c", operations[0].GetProperty("marker").GetProperty("descriptor").GetString());
    }

    [Fact]
    public void The_app_is_where_the_page_comes_from() => Assert.Equal("http://127.0.0.1:5000/", page.App.ToString());

    [Fact]
    public void A_page_without_a_circuit_is_refused() =>
        Assert.Throws<InvalidDataException>(() => CircuitPage.Read(page.Address, page.Cookies, "<p>Nothing here</p>"));
}
