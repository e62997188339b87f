namespace KitchenDisplay.Core.House;

/// <summary>A course of the meal: 0 drinks, 1 starters, 2 mains, 3 desserts; the house names them.</summary>
public sealed class Course
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public int Number { get; init; }
    public required string Name { get; set; }
}

/// <summary>A kind of tax; the rate is a fraction (0.07 for 7 %).</summary>
public sealed class TaxClass
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public decimal Rate { get; set; }
}

/// <summary>A time of the week when the house serves: lunch on Tuesdays. It may end after midnight.</summary>
public sealed class Service
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public DayOfWeek Weekday { get; set; }
    public TimeOnly From { get; set; }
    public TimeOnly To { get; set; }

    /// <summary>Whether it is on at this time of its day.</summary>
    public bool IsOn(TimeOnly time) => time.IsBetween(From, To);
}
