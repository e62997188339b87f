namespace KitchenDisplay.Core.Staff;

/// <summary>What a person does in the house; one person may have several roles.</summary>
public enum Role
{
    Waiter,
    Bartender,
    Cook,
    Chef,
    Expediter,
    Runner,
    Manager,
    Owner,
}
