namespace KitchenDisplay.Web.Startup;

/// <summary>What a person reads when the app has started: where to go.</summary>
public static class StartScreen
{
    /// <param name="token">The setup token, as long as there is no owner.</param>
    public static void Print(IEnumerable<string> urls, string? token) => Console.WriteLine(Text(urls.First(), token));

    public static string Text(string url, string? token = null)
    {
        var home = ListenAddresses.FromHere(url);
        if (token is not null)
            return $"""

                KitchenDisplay is open at {home}

                  This house has no owner yet. Open {home}setup
                  and type this setup token, which works once:

                      {string.Join(' ', token.Chunk(5).Select(part => new string(part)))}

                Ctrl+C closes it.
                """;
        return $"""

            KitchenDisplay is open at {home}

              wall         {home}kitchen             one station: {home}kitchen/grill
              tablet       {home}order
              back office  {home}office

            Ctrl+C closes it.
            """;
    }
}
