using System.Globalization;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Menu;

/// <summary>The menu as the board has it, in the house's order.</summary>
public sealed class MenuCard
{
    private readonly BoardSnapshot board;
    private readonly ILookup<Guid, Dish> byCategory;

    public MenuCard(BoardSnapshot board)
    {
        this.board = board;
        byCategory = board.All<Dish>().OrderBy(d => d.Position).ThenBy(d => d.Name, StringComparer.Ordinal).ToLookup(d => d.CategoryId);
        Categories = [.. board.All<Category>().Where(c => byCategory.Contains(c.Id)).OrderBy(c => c.Position)];
        Courses = [.. board.All<Course>().OrderBy(c => c.Number)];
    }

    /// <summary>The pages that have something on them.</summary>
    public IReadOnlyList<Category> Categories { get; }

    public IReadOnlyList<Course> Courses { get; }

    public IEnumerable<Dish> In(Guid categoryId) => byCategory[categoryId];

    public Dish? Dish(Guid id) => board.Find<Dish>(id);

    /// <summary>The questions that a dish asks, in its order.</summary>
    public IReadOnlyList<ModifierGroup> Groups(Dish dish) =>
        [.. dish.Groups.OrderBy(g => g.Position).Select(g => board.Find<ModifierGroup>(g.GroupId)).OfType<ModifierGroup>()];

    /// <summary>Some of the answers to a dish's questions.</summary>
    public IReadOnlyList<Modifier> Modifiers(Dish dish, IEnumerable<Guid> chosen) => [.. Groups(dish).SelectMany(g => g.Modifiers).Where(m => chosen.Contains(m.Id))];

    public string CourseName(int number) => Courses.FirstOrDefault(c => c.Number == number)?.Name ?? number.ToString(CultureInfo.CurrentCulture);

    /// <summary>Whether nothing that the menu is made of differs between two snapshots, so that a screen may keep what it has.</summary>
    public bool IsStillTrue(BoardSnapshot now) =>
        ReferenceEquals(board.Of<Dish>(), now.Of<Dish>()) && ReferenceEquals(board.Of<Category>(), now.Of<Category>())
        && ReferenceEquals(board.Of<ModifierGroup>(), now.Of<ModifierGroup>()) && ReferenceEquals(board.Of<Course>(), now.Of<Course>());
}
