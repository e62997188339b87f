namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>Somebody was let in.</summary>
/// <param name="Secret">For the browser's cookie; it is told this once.</param>
public sealed record SignedIn(Guid SessionId, Guid PersonId, string Secret, DateTimeOffset EndsAt);
