namespace KitchenDisplay.Core.Demo;

/// <summary>What somebody may do here.</summary>
public enum Role { Waiter, Bartender, Cook, Chef, Expediter, Runner, Manager, Owner }

/// <summary>What a station is for: making food, making drinks, or checking plates before they leave.</summary>
public enum StationKind { Prep, Bar, Pass }

/// <summary>How a modifier reads on the wall: "rare", "+ bacon" or "NO onion".</summary>
public enum ModifierKind { Option, Extra, No }

/// <summary>The 14 allergens of Annex II of Regulation (EU) No 1169/2011.</summary>
public enum Allergen { Gluten, Crustaceans, Eggs, Fish, Peanuts, Soybeans, Milk, Nuts, Celery, Mustard, Sesame, Sulphites, Lupin, Molluscs }
