using KitchenDisplay.Core.Inventory;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>A form for something that is done in the store with an item.</summary>
public abstract class StoreForm : OfficeForm
{
    [Inject]
    protected InventoryService Inventory { get; set; } = default!;

    [Inject]
    protected LotService Lots { get; set; } = default!;

    [Parameter, EditorRequired]
    public StockOfItem Of { get; set; } = default!;

    protected decimal? Quantity { get; set; }
    protected string Unit { get; set; } = "";

    protected override void OnInitialized() => Unit = Units.Name(Of.Item.Unit);
}

/// <summary>An item and where it lies, as its page has read it.</summary>
public sealed record StockOfItem(Item Item, Stock Stock, IReadOnlyList<LotRow> Lots, IReadOnlyList<Place> Places)
{
    /// <summary>The units in which its quantities can be typed.</summary>
    public IEnumerable<string> UnitWords => UnitWordsOf(Item);

    /// <summary>The units in which quantities of an item can be typed.</summary>
    public static IEnumerable<string> UnitWordsOf(Item item) => item.Measures.SelectMany(m => new[] { m.Unit, m.OfUnit })
        .Concat(item.Unit switch { BaseUnit.Gram => ["g", "kg"], BaseUnit.Millilitre => ["ml", "l"], _ => ["pc", "dozen"] }).Distinct();
}
