namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>A sentence for whoever stands before the wall. Not a record: the same words said again are a new notice.</summary>
public sealed class Notice(string words)
{
    public string Words { get; } = words;
}
