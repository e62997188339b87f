using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Doors.Devices;

public sealed class DeviceServiceTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task A_code_is_approved_once_however_it_is_typed_and_gives_its_secret_to_whoever_showed_it()
    {
        var code = await gate.Pairing.StartAsync();
        Assert.Equal(PairingState.Waiting, (await gate.Pairing.ClaimAsync(code.Claim)).State);

        await ApproveAsync($" {code.Code[..4].ToLowerInvariant()}-{code.Code[4..]} ");

        await Assert.ThrowsAsync<Refusal>(() => ApproveAsync(code.Code));
        var first = await gate.Pairing.ClaimAsync(code.Claim);
        var again = await gate.Pairing.ClaimAsync(code.Claim);
        Assert.Equal((PairingState.Paired, PairingState.Paired), (first.State, again.State));
        Assert.Equal(0, await CountAsync($"devices where secret_hash = '\\x{Convert.ToHexString(Secret.HashOf(first.Secret!))}'"));
        Assert.Equal(1, await CountAsync($"devices where secret_hash = '\\x{Convert.ToHexString(Secret.HashOf(again.Secret!))}'"));
        Assert.Equal(PairingState.Gone, (await gate.Pairing.ClaimAsync(Secret.New())).State);
        await Sql.RunAsync(gate.Kitchen.Connections.KitchenOwner, $"update devices set seen_at = now() where id = '{again.DeviceId}'");
        Assert.Equal(PairingState.Gone, (await gate.Pairing.ClaimAsync(code.Claim)).State);
    }

    [Fact]
    public async Task A_code_lives_for_ten_minutes()
    {
        var code = await gate.Pairing.StartAsync();
        gate.Clock.Pass(TimeSpan.FromMinutes(10.1));

        await Assert.ThrowsAsync<Refusal>(() => ApproveAsync(code.Code));
        Assert.Equal(PairingState.Gone, (await gate.Pairing.ClaimAsync(code.Claim)).State);
    }

    [Fact]
    public async Task A_screen_of_the_wall_acts_under_its_own_name_until_it_is_unpaired()
    {
        var device = await gate.PairAsync(DevicePurpose.Display);
        var screen = await ScreenAsync(device);
        await gate.ActAsync(screen);

        await gate.Devices.UnpairAsync(new(Guid.CreateVersion7(), device, Confirmed: true), gate.Owner);
        await gate.Devices.UnpairAsync(new(Guid.CreateVersion7(), device), gate.Owner);

        Assert.True((await Assert.ThrowsAsync<Refusal>(() => gate.ActAsync(screen))).Denied);
    }

    [Fact]
    public async Task A_screen_with_open_tickets_is_unpaired_only_on_purpose()
    {
        var device = await gate.PairAsync(DevicePurpose.Display);
        await using (var db = await gate.Kitchen.OpenDatabaseAsync())
        {
            var display = db.Devices.Single(d => d.Id == device).DisplayId;
            var station = db.Set<KitchenDisplay.Core.House.DisplayStation>().First(s => s.DisplayId == display).StationId;
            var dish = gate.Kitchen.Dishes.First(d => d.Steps.Any(s => s.StationId == station));
            await gate.Kitchen.Orders.SendAsync(TestKitchen.Ticket(await gate.Kitchen.OpenTabAsync(), gate.Kitchen.Line(dish.Name)), gate.Kitchen.Waiter);
        }

        var refusal = await Assert.ThrowsAsync<Refusal>(() => gate.Devices.UnpairAsync(new(Guid.CreateVersion7(), device), gate.Owner));

        Assert.Equal("Display shows 1 open tickets. Unpair it all the same?", refusal.Message);
        Assert.True(refusal.CanBeConfirmed);
    }

    [Fact]
    public async Task Unpairing_signs_out_whoever_is_on_the_device_and_nobody_else()
    {
        var (one, other, waiter) = (await gate.PairAsync(), await gate.PairAsync(), await gate.HireAsync(Role.Waiter));
        var pin = await gate.DrawAsync(waiter);
        var (here, there) = (await gate.Pad.SignInAsync(one, waiter.PersonId, pin, false), await gate.Pad.SignInAsync(other, waiter.PersonId, pin, false));

        await gate.Devices.UnpairAsync(new(Guid.CreateVersion7(), one), gate.Owner);

        Assert.Equal(1, await CountAsync($"sessions where id = '{here.SessionId}' and ended_at is not null"));
        Assert.Equal(1, await CountAsync($"sessions where id = '{there.SessionId}' and ended_at is null"));
    }

    [Fact]
    public async Task Times_out_of_range_and_empty_names_are_refused()
    {
        var device = await gate.PairAsync();

        await gate.Devices.SaveAsync(new(Guid.CreateVersion7(), device, "Terrace 1", 60, 1200, true), gate.Owner);
        await Assert.ThrowsAsync<Refusal>(() => gate.Devices.SaveAsync(new(Guid.CreateVersion7(), device, " ", 60, 1200, true), gate.Owner));
        await Assert.ThrowsAsync<Refusal>(() => gate.Devices.SaveAsync(new(Guid.CreateVersion7(), device, "Terrace 1", 1, 1200, true), gate.Owner));
    }

    private async Task<Actor> ScreenAsync(Guid device)
    {
        await using var db = await gate.Kitchen.OpenDatabaseAsync();
        var id = db.Devices.Single(d => d.Id == device).PersonId;
        return db.People.Single(p => p.Id == id).Acting(device);
    }

    private Task<DeviceDone> ApproveAsync(string code) =>
        gate.Devices.ApproveAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), code, "Bar", DevicePurpose.Tablet), gate.Owner);

    private Task<long> CountAsync(string what) => gate.Kitchen.CountAsync(what);
}
