namespace KitchenDisplay.Web.Doors;

/// <summary>The two cookies by which a browser is known. Scripts cannot read them, and other sites' pages cannot send them.</summary>
public static class DoorCookies
{
    public const string Device = "kd-device";
    public const string Session = "kd-session";

    /// <summary>What a browser holds that has asked for a code and waits.</summary>
    public const string Claim = "kd-claim";

    /// <param name="until">When the browser forgets it.</param>
    public static void Keep(this HttpContext http, string name, string secret, DateTimeOffset until) => http.Response.Cookies.Append(name, secret, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Expires = until,
        Path = "/",
    });

    public static void Drop(this HttpContext http, string name) => http.Response.Cookies.Delete(name, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/" });
}
