using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Load.Latency;

/// <summary>What guests order, and who serves and cooks it, out of the restaurant on the board.</summary>
internal sealed class RushMenu(BoardSnapshot board, string station)
{
    public const int Covers = 4;
    private const int MostSides = 2, MostPortions = 2;

    private readonly Dish[] atStation = [.. Dishes(board, dish => dish.Steps.Any(step => step.StationId == StationId(board, station)))];
    private readonly Dish[] elsewhere = [.. Dishes(board, dish => dish.Steps.All(step => step.StationId != StationId(board, station)))];

    public Actor Waiter { get; } = ActorWith(board, Role.Waiter);
    public Actor Expediter { get; } = ActorWith(board, Role.Expediter);
    public IReadOnlyList<Guid> Tables { get; } = [.. board.All<Area>().SelectMany(area => area.Tables).Select(table => table.Id).Order()];

    /// <summary>A ticket that the station has to cook something for.</summary>
    public SendTicket Ticket(Guid order, Random random) =>
        new(Guid.CreateVersion7(), order, [Line(atStation, random), .. Enumerable.Range(0, random.Next(MostSides + 1)).Select(_ => Line(elsewhere, random))]);

    private SendLine Line(Dish[] dishes, Random random)
    {
        var dish = dishes[random.Next(dishes.Length)];
        var answers = dish.Groups.SelectMany(question => Answers(board.Find<ModifierGroup>(question.GroupId)!, random)).ToArray();
        return new SendLine(dish.Id, random.Next(1, MostPortions + 1), answers, Seat: random.Next(1, Covers + 1));
    }

    /// <summary>The first answers to a question, as many as it asks for.</summary>
    public IEnumerable<Guid> FirstAnswers(Guid group) => board.Find<ModifierGroup>(group) is { } question ? question.Modifiers.Where(m => m.Active).OrderBy(m => m.Position).Take(question.Min).Select(m => m.Id) : [];

    private static IEnumerable<Guid> Answers(ModifierGroup group, Random random) =>
        group.Modifiers.Where(m => m.Active).OrderBy(_ => random.Next()).Take(group.Min).Select(m => m.Id);

    private static IEnumerable<Dish> Dishes(BoardSnapshot board, Func<Dish, bool> which) => board.All<Dish>().Where(which).OrderBy(dish => dish.Id);

    private static Guid StationId(BoardSnapshot board, string slug) => board.All<Station>().Single(s => s.Slug == slug).Id;

    private static Actor ActorWith(BoardSnapshot board, Role role) => board.All<Person>().First(person => person.Acting().Is(role)).Acting();
}
