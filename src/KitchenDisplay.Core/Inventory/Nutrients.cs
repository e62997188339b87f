using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What food nourishes with, as labels in the EU declare it (Regulation 1169/2011, annex XV): the energy in kJ, everything else in g.</summary>
public sealed record Nutrients(decimal Energy, decimal Fat, decimal Saturates, decimal Carbohydrate, decimal Sugars, decimal Protein, decimal Salt)
{
    // Where an item's attributes hold them.
    private const string Attribute = "nutrition";

    // Nothing holds more: 100 g of fat have 3,700.
    private const decimal MostEnergy = 4_000;

    // Labels are rounded, and their parts then come to a little more than the whole.
    private const decimal MostParts = 102;

    private const decimal InKilocalorie = 4.184m;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, NumberHandling = default };

    public static Nutrients None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The energy as most guests know it, in kcal.</summary>
    [JsonIgnore]
    public decimal Kilocalories => Energy / InKilocalorie;

    public static Nutrients operator +(Nutrients one, Nutrients other) =>
        new(one.Energy + other.Energy, one.Fat + other.Fat, one.Saturates + other.Saturates, one.Carbohydrate + other.Carbohydrate, one.Sugars + other.Sugars, one.Protein + other.Protein, one.Salt + other.Salt);

    public static Nutrients operator *(Nutrients all, decimal times) =>
        new(all.Energy * times, all.Fat * times, all.Saturates * times, all.Carbohydrate * times, all.Sugars * times, all.Protein * times, all.Salt * times);

    /// <summary>Of how much of an item they are declared, in its base unit: of 100 g, of 100 ml, of one piece.</summary>
    public static decimal Per(BaseUnit unit) => unit == BaseUnit.Piece ? 1 : 100;

    /// <summary>Those of an item; null when it does not say all of them.</summary>
    public static Nutrients? Of(Item item) => Read(item.Attributes);

    /// <summary>Those among an item's attributes, a JSON object; null when they are not there or not whole.</summary>
    public static Nutrients? Read(string attributes)
    {
        try
        {
            return JsonNode.Parse(attributes)?[Attribute] is JsonObject declared ? declared.Deserialize<Nutrients>(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An item's attributes with these among them, or without any.</summary>
    public static string Write(string attributes, Nutrients? nutrients)
    {
        var all = JsonNode.Parse(attributes)!.AsObject();
        all.Remove(Attribute);
        if (nutrients is not null) all[Attribute] = JsonSerializer.SerializeToNode(nutrients, json);
        return all.ToJsonString();
    }

    /// <summary>Nothing, if what the attributes declare can be.</summary>
    /// <exception cref="Refusal">It cannot.</exception>
    internal static void Check(string item, BaseUnit unit, string attributes)
    {
        if (JsonNode.Parse(attributes)!.AsObject()[Attribute] is null) return;
        if (Read(attributes) is not { } said) throw new Refusal("{0}: say all seven values of the nutrition, 0 for none, or leave all of them empty.", item);
        if (new[] { said.Energy, said.Fat, said.Saturates, said.Carbohydrate, said.Sugars, said.Protein, said.Salt }.Any(v => v is < 0 or > 100_000)) throw new Refusal("{0}: a value of the nutrition is from 0.", item);
        if (said.Saturates > said.Fat) throw new Refusal("{0}: saturates are a part of the fat, and cannot be more.", item);
        if (said.Sugars > said.Carbohydrate) throw new Refusal("{0}: sugars are a part of the carbohydrate, and cannot be more.", item);
        if (unit == BaseUnit.Piece) return;
        if (said.Energy > MostEnergy) throw new Refusal("{0}: nothing has more than {1} kJ in 100 {2}.", item, MostEnergy, Units.Name(unit));
        if (unit == BaseUnit.Gram && said.Fat + said.Carbohydrate + said.Protein + said.Salt > MostParts) throw new Refusal("{0}: fat, carbohydrate, protein and salt are together more than 100 g of 100 g.", item);
    }
}
