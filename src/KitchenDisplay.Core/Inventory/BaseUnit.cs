namespace KitchenDisplay.Core.Inventory;

/// <summary>What stock is kept in: an item has one, and all of its quantities are in it, with 4 places.</summary>
public enum BaseUnit
{
    Gram,
    Millilitre,
    Piece,
}
