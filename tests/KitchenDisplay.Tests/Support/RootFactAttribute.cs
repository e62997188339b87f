namespace KitchenDisplay.Tests.Support;

/// <summary>A fact that only root can arrange.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute(string reason)
    {
        if (!Environment.IsPrivilegedProcess)
            Skip = $"Only root can {reason}: run the tests as root to see this one.";
    }
}
