using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>What somebody types of an item.</summary>
public sealed class ItemDraft
{
    // Kinds of cereals and nuts and what else is known are not edited here and must not be lost.
    private readonly Item? known;

    public ItemDraft(Item? known)
    {
        this.known = known;
        if (known is null) return;
        (Name, Unit, NearlyOutAt, Active) = (known.Name, known.Unit, known.NearlyOutAt, known.Active);
        Measures = [.. known.Measures.OrderBy(m => m.Id).Select(m => new MeasureDraft { Quantity = m.Quantity, Unit = m.Unit, OfQuantity = m.OfQuantity, OfUnit = m.OfUnit, IsPack = m.IsPack })];
        States = Enum.GetValues<Allergen>().ToDictionary(a => a, a => Of(known, a));
    }

    public Guid Id => known?.Id ?? newId;
    private readonly Guid newId = Guid.CreateVersion7();

    public string Name { get; set; } = "";
    public BaseUnit Unit { get; set; }
    public decimal? NearlyOutAt { get; set; }
    public bool Active { get; set; } = true;
    public List<MeasureDraft> Measures { get; } = [];

    /// <summary>What the item says of each of the 14.</summary>
    public Dictionary<Allergen, AllergenState> States { get; } = Enum.GetValues<Allergen>().ToDictionary(a => a, _ => AllergenState.NotDeclared);

    public SaveItem Command(Guid id) => new(id, Id, Name, Unit,
        [.. Measures.Select(m => new SavedMeasure(m.Quantity ?? 0, m.Unit, m.OfQuantity ?? 0, m.OfUnit, m.IsPack))], [.. States.SelectMany(Declared)], NearlyOutAt, known?.Attributes, Active);

    // What was not touched stays as it was, kinds and all.
    private IEnumerable<ItemAllergen> Declared(KeyValuePair<Allergen, AllergenState> said) =>
        known is not null && Of(known, said.Key) == said.Value ? known.Allergens.Where(a => a.Allergen == said.Key)
        : said.Value == AllergenState.NotDeclared ? [] : [new(said.Key, null, said.Value)];

    private static AllergenState Of(Item item, Allergen allergen) => AllergenSum.Worst([item.Allergens])[allergen];
}

/// <summary>A measure as it is typed: 1 bunch = 85 g.</summary>
public sealed class MeasureDraft
{
    public decimal? Quantity { get; set; } = 1;
    public string Unit { get; set; } = "";
    public decimal? OfQuantity { get; set; }
    public string OfUnit { get; set; } = "";
    public bool IsPack { get; set; }
}
