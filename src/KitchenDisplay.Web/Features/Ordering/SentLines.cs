using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Equal portions that are equally far, as one line for the eye: "2 Ribeye, seats 1, 3".</summary>
/// <param name="Since">When they were served; null before that.</param>
/// <param name="Lines">All of them with their versions.</param>
public sealed record SentGroup(Guid FirstLineId, int Quantity, string DishName, IReadOnlyList<LineModifier> Modifiers, string? Note, IReadOnlyList<int?> Seats, Progress Progress, DateTimeOffset? Since, IReadOnlyList<LineView> Lines)
{
    /// <summary>Stations whose cooks see none of it.</summary>
    public IReadOnlyList<Guid> MissingAt { get; } = [.. Lines.SelectMany(l => l.Tasks).Where(t => t.IsOpen && t.MissingSince is not null).Select(t => t.StationId).Distinct().Order()];

    /// <summary>Whether a cook should have it before his eyes now.</summary>
    public bool IsInKitchen => Progress is Progress.InKitchen or Progress.Cooking;

    public bool Equals(SentGroup? other) => other is not null && FirstLineId == other.FirstLineId && Quantity == other.Quantity && Progress == other.Progress && Since == other.Since
        && DishName == other.DishName && Modifiers.SequenceEqual(other.Modifiers) && Note == other.Note && Seats.SequenceEqual(other.Seats)
        && Lines.Select(l => (l.Id, l.Version)).SequenceEqual(other.Lines.Select(l => (l.Id, l.Version))) && MissingAt.SequenceEqual(other.MissingAt);

    public override int GetHashCode() => HashCode.Combine(FirstLineId, Quantity, Progress);
}

/// <summary>Groups the lines of a ticket.</summary>
public static class SentLines
{
    public static IReadOnlyList<SentGroup> Of(TicketView ticket) =>
        [.. ticket.Lines
            .GroupBy(l => (l.Course, l.DishName, Modifiers: string.Join(' ', l.Modifiers.Select(m => m.Id)), l.Note, Progress: ProgressOf.Line(l), IsMissing: l.Tasks.Any(t => t.IsOpen && t.MissingSince is not null)))
            .OrderBy(g => g.Key.Course)
            .Select(g => new SentGroup(
                g.First().Id, g.Count(), g.Key.DishName, g.First().Modifiers, g.Key.Note,
                [.. g.Select(l => l.Seat).Distinct().Order()], g.Key.Progress, g.Max(l => l.ServedAt), [.. g]))];
}
