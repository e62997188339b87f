using System.Security.Cryptography;
using System.Text;
using KitchenDisplay.Core.Demo;

namespace KitchenDisplay.Web.Doors;

/// <summary>The way in as long as there is no owner: a token that only whoever started the app can read.</summary>
public sealed class SetupDoor(IServiceScopeFactory scopes)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Null when the house has an owner.</summary>
    public string? Token { get; private set; }

    /// <summary>Draws a token if there is no owner yet: 100 random bits.</summary>
    public async Task PrepareAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        Token = await scope.ServiceProvider.GetRequiredService<FirstHouse>().IsWantedAsync(cancel) ? RandomNumberGenerator.GetString(Letters, 20) : null;
    }

    /// <summary>Whether this is the token, whatever blanks and small letters it was typed with.</summary>
    public bool Opens(string typed) =>
        Token is { } token && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token), Encoding.ASCII.GetBytes(string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))));

    /// <summary>It was used.</summary>
    public void Close() => Token = null;
}
