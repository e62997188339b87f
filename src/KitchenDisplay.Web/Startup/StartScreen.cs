namespace KitchenDisplay.Web.Startup;

/// <summary>What a person reads when the app has started: where to go.</summary>
public static class StartScreen
{
    public static void Print(IEnumerable<string> urls) => Console.WriteLine(Text(urls.First()));

    public static string Text(string url)
    {
        var home = ListenAddresses.FromHere(url);
        return $"""

            KitchenDisplay is open at {home}

              wall         {home}kitchen             one station: {home}kitchen/grill
              tablet       {home}order
              back office  {home}office

            Ctrl+C closes it.
            """;
    }
}
