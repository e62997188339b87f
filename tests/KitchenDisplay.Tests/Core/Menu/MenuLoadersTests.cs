using System.Text.Json;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Menu;

/// <summary>The board reads by SQL what the services read through EF: a property that one of them does not know would be silently empty on every screen.</summary>
public sealed class MenuLoadersTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public Task The_restaurant_is_the_one_of_the_services() => SameAsync<Restaurant>(r => r);

    [Fact]
    public Task Stations_are_those_of_the_services() => SameAsync<Station>(s => s);

    [Fact]
    public Task Courses_are_those_of_the_services() => SameAsync<Course>(c => c);

    [Fact]
    public Task People_are_those_of_the_services() => SameAsync<Person>(p => p);

    [Fact]
    public Task Categories_are_those_of_the_services() => SameAsync<Category>(c => c);

    [Fact]
    public Task Areas_have_their_tables() => SameAsync<Area>(a => a.Include(x => x.Tables.OrderBy(t => t.Position)));

    [Fact]
    public Task Groups_have_their_modifiers() => SameAsync<ModifierGroup>(g => g.Include(x => x.Modifiers.OrderBy(m => m.Position)));

    [Fact]
    public Task Dishes_have_their_steps_questions_and_allergens() => SameAsync<Dish>(d => d
        .Include(x => x.Steps.OrderBy(s => s.Step).ThenBy(s => s.StationId)).Include(x => x.Groups.OrderBy(g => g.Position)).Include(x => x.Allergens.OrderBy(a => a.Allergen)));

    private async Task SameAsync<T>(Func<IQueryable<T>, IQueryable<T>> whole) where T : class
    {
        await using var connection = await kitchen.ConnectAsync();
        var board = new ChangeReader(connection, MenuLoaders.All).Read().Kinds.Single(k => k.Type == typeof(T)).Found;
        await using var db = await kitchen.OpenDatabaseAsync();
        var services = await whole(db.Set<T>().AsNoTracking()).ToListAsync();

        Assert.NotEmpty(board);
        Assert.Equal(services.Select(Json).Order(), board.Select(root => Json((T)root.Value)).Order());
    }

    private static string Json<T>(T root) => JsonSerializer.Serialize(root);
}
