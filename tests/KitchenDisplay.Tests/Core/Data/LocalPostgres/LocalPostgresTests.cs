using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Data;

public class LocalPostgresTests
{
    [Fact]
    public async Task A_second_start_keeps_the_data()
    {
        using var folder = new ServerFolder();
        await using (var first = await folder.StartAsync())
            await Sql.RunAsync(first.Connections.KitchenOwner, "create table dishes (name text); insert into dishes values ('Ribeye')");

        await using var second = await folder.StartAsync();

        Assert.Equal("Ribeye", await Sql.ScalarAsync<string>(second.Connections.Kitchen, "select name from dishes"));
    }
}
