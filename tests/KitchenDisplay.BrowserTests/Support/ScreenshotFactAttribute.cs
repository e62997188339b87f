namespace KitchenDisplay.BrowserTests.Support;

/// <summary>Makes pictures instead of asserting, so it runs only where they are wanted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScreenshotFactAttribute : FactAttribute
{
    /// <summary>The folder to write to.</summary>
    public static readonly string? Folder = Environment.GetEnvironmentVariable("KITCHENDISPLAY_SCREENSHOTS");

    public ScreenshotFactAttribute()
    {
        if (string.IsNullOrEmpty(Folder)) Skip = "Makes the pictures of the README: start tests/screenshots.sh.";
    }
}
