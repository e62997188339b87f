using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Tests.Support;

/// <summary>The demo restaurant's doors, with a clock that stands still until a test moves it.</summary>
public sealed class Gate : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public TestKitchen Kitchen { get; } = new();
    public HandClock Clock { get; } = new();
    public CommandBook Book { get; private set; } = null!;
    public PinPad Pad { get; private set; } = null!;
    public Accounts Accounts { get; private set; } = null!;
    public StaffService Staff { get; private set; } = null!;
    public DeviceService Devices { get; private set; } = null!;
    public DevicePairing Pairing { get; private set; } = null!;

    /// <summary>The one who owns the house.</summary>
    public Actor Owner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Kitchen.InitializeAsync();
        services = TestKitchen.Provide(Kitchen.Connections);
        var (contexts, bell) = (services.GetRequiredService<IDbContextFactory<KitchenContext>>(), services.GetRequiredService<Doorbell>());
        var keys = HouseKeys.Draw();
        Book = new CommandBook(contexts, Clock, bell, NullLogger<CommandBook>.Instance);
        (Pad, Accounts, Staff) = (new(contexts, keys, Clock, bell), new(contexts, Clock, bell), new(Book, keys));
        (Devices, Pairing) = (new(Book), new(contexts, Clock, bell));
        Owner = await Kitchen.PersonAsync("Marlene");
    }

    /// <summary>A paired device, let in as a manager does it.</summary>
    public async Task<Guid> PairAsync(DevicePurpose purpose = DevicePurpose.Tablet)
    {
        var code = await Pairing.StartAsync();
        Guid? display = null;
        if (purpose == DevicePurpose.Display)
        {
            await using var db = await Kitchen.OpenDatabaseAsync();
            display = await db.Set<Display>().OrderBy(d => d.Position).Select(d => d.Id).FirstAsync();
        }
        var done = await Devices.ApproveAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), code.Code, $"{purpose}", purpose, display), Owner);
        Assert.Equal(PairingState.Paired, (await Pairing.ClaimAsync(code.Claim)).State);
        return done.DeviceId;
    }

    /// <summary>A new PIN for somebody.</summary>
    public async Task<string> DrawAsync(Actor person) => (await Staff.DrawPinAsync(new(Guid.CreateVersion7(), person.PersonId), Owner))!;

    /// <summary>Somebody new.</summary>
    public async Task<Actor> HireAsync(params Role[] roles)
    {
        var id = Guid.CreateVersion7();
        await Staff.SaveAsync(new(Guid.CreateVersion7(), id, $"Somebody {id:N}"[..30], roles), Owner);
        return new(id, "", roles);
    }

    /// <summary>Carries out what anybody in the house may do; in vain for whoever was not let in.</summary>
    public Task<int> ActAsync(Actor actor) => Book.CarryOutAsync(new EightySixIt(Guid.CreateVersion7()), actor, (_, _, _) => Task.FromResult(1), CancellationToken.None);

    // Called as the operation is whose row of rights it needs.
    private sealed record EightySixIt(Guid Id) : Command<int>(Id);

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await Kitchen.DisposeAsync();
    }
}
