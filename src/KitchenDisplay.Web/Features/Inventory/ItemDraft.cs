using KitchenDisplay.Core.Commands;
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
        Nutrition = new(Nutrients.Of(known));
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

    public NutrientsDraft Nutrition { get; } = new(null);

    public SaveItem Command(Guid id) => new(id, Id, Name, Unit,
        [.. Measures.Select(m => new SavedMeasure(m.Quantity ?? 0, m.Unit, m.OfQuantity ?? 0, m.OfUnit, m.IsPack))], [.. States.SelectMany(Declared)], NearlyOutAt, Nutrition.Write(known?.Attributes ?? "{}"), Active);

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

/// <summary>What an item nourishes with, as it is typed; seven empty boxes for one that does not say it.</summary>
public sealed class NutrientsDraft(Nutrients? known)
{
    public decimal? Energy { get; set; } = known?.Energy;
    public decimal? Fat { get; set; } = known?.Fat;
    public decimal? Saturates { get; set; } = known?.Saturates;
    public decimal? Carbohydrate { get; set; } = known?.Carbohydrate;
    public decimal? Sugars { get; set; } = known?.Sugars;
    public decimal? Protein { get; set; } = known?.Protein;
    public decimal? Salt { get; set; } = known?.Salt;

    private decimal?[] Typed => [Energy, Fat, Saturates, Carbohydrate, Sugars, Protein, Salt];

    public bool IsEmpty => Typed.All(v => v is null);

    /// <summary>The item's attributes with them.</summary>
    /// <exception cref="Refusal">Some are missing.</exception>
    public string Write(string attributes)
    {
        if (!IsEmpty && Typed.Any(v => v is null)) throw new Refusal("Say all seven values of the nutrition, 0 for none, or leave all of them empty.");
        return Nutrients.Write(attributes, IsEmpty ? null : new(Energy!.Value, Fat!.Value, Saturates!.Value, Carbohydrate!.Value, Sugars!.Value, Protein!.Value, Salt!.Value));
    }
}
