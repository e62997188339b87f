namespace KitchenDisplay.Tests.Support;

public class KitchenServerTests
{
    [Fact]
    public async Task Clones_hold_what_the_template_holds_and_are_strangers_to_each_other()
    {
        var times = 0;
        async Task PrepareAsync(KitchenDisplay.Core.Data.KitchenConnections template)
        {
            times++;
            await Sql.RunAsync(template.KitchenOwner, "create table dishes (name text); insert into dishes values ('Ribeye')");
        }

        var clones = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => KitchenServer.CloneAsync("clones", PrepareAsync)));
        await Sql.RunAsync(clones[0].Kitchen, "delete from dishes");

        Assert.Equal(1, times);
        Assert.Equal(0L, await Sql.ScalarAsync<long>(clones[0].Kitchen, "select count(*) from dishes"));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(clones[1].Kitchen, "select count(*) from dishes"));
        await Task.WhenAll(clones.Select(KitchenServer.DropAsync));
    }
}
