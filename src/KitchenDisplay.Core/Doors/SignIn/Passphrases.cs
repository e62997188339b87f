using Microsoft.AspNetCore.Identity;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>What a passphrase must be: long, and none that everybody tries. No digits or signs are demanded: they make passphrases worse.</summary>
public sealed class Passphrases : IPasswordValidator<IdentityUser<Guid>>
{
    public const int MinLength = 15;
    public const int MaxLength = 200;

    // Long ones that stand in every list, as their letters and digits.
    private static readonly HashSet<string> common =
    [
        "correcthorsebatterystaple", "passwordpassword", "thisismypassword", "thisisapassword", "mypasswordismypassword", "iforgotmypassword", "ihatepasswords", "letmeinletmein",
        "administratoradministrator", "opensesameopensesame", "supersecretpassword", "secretpassword123", "password12345678", "passw0rdpassw0rd", "qwertyuiopasdfghjkl", "qwertyuiop123456",
        "qwertyuiop1234567890", "1234567890qwertyuiop", "asdfghjklqwertyuiop", "qazwsxedcrfvtgb", "1qaz2wsx3edc4rfv", "zaq12wsxcde34rfv", "abcdefghijklmno", "abcdefghijklmnop",
        "abcdefghijklmnopqrstuvwxyz", "iloveyouiloveyou", "iloveyousomuch123", "thequickbrownfox", "thequickbrownfoxjumps", "tobeornottobethatisthequestion", "maytheforcebewithyou",
        "livelongandprosper", "everydayimhustling", "manchesterunited", "liverpoolfootballclub", "winteriscoming123", "onceuponatimeina", "trustnoonetrustno1", "changemechangeme", "kitchendisplay123", "restaurantrestaurant",
    ];

    private static readonly string[] rows = ["abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnmqwertyuiop", "qwertzuiopasdfghjklyxcvbnmqwertzuiop", "azertyuiopqsdfghjklmwxcvbnazertyuiop", "01234567890123456789012345678901234567890"];

    public Task<IdentityResult> ValidateAsync(UserManager<IdentityUser<Guid>> manager, IdentityUser<Guid> user, string? password) =>
        Task.FromResult(Fault(password) is { } fault ? IdentityResult.Failed(new IdentityError { Description = fault }) : IdentityResult.Success);

    /// <summary>Why it will not do; null when it will.</summary>
    public static string? Fault(string? phrase)
    {
        if (phrase is null || phrase.Length < MinLength) return "A passphrase has at least 15 characters: a sentence, or four words that have nothing to do with each other.";
        if (phrase.Length > MaxLength) return "A passphrase has at most 200 characters.";
        var bare = string.Concat(phrase.ToLowerInvariant().Where(char.IsLetterOrDigit));
        return common.Contains(bare) || IsRepeated(phrase) || Array.Exists(rows, r => r.Contains(bare, StringComparison.Ordinal) || r.Contains(string.Concat(bare.Reverse()), StringComparison.Ordinal))
            ? "Everybody who guesses tries this passphrase. Take four words that have nothing to do with each other." : null;
    }

    // "aaaaaaaaaaaaaaa" and "abcabcabcabcabc" are as short as what they repeat.
    private static bool IsRepeated(string phrase) => Enumerable.Range(1, phrase.Length / 3).Any(n => phrase.Index().All(c => c.Item == phrase[c.Index % n]));
}
