using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Doors.SignIn;

public sealed class PinPadTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task The_right_pin_on_a_paired_device_opens_a_session_by_which_the_person_acts()
    {
        var (device, waiter) = (await gate.PairAsync(), await gate.HireAsync(Role.Waiter));
        var pin = await gate.DrawAsync(waiter);

        var signedIn = await gate.Pad.SignInAsync(device, waiter.PersonId, pin, isTaken: false);

        Assert.Equal(6, pin.Length);
        Assert.Equal(1, await CountAsync($"sessions where id = '{signedIn.SessionId}' and person_id = '{waiter.PersonId}' and device_id = '{device}' and ended_at is null"));
        Assert.Equal(1, await CountAsync($"commands where kind = 'SignIn' and actor_id = '{waiter.PersonId}' and outcome = 'Done'"));
        await gate.ActAsync(waiter with { DeviceId = device, SessionId = signedIn.SessionId });
    }

    [Fact]
    public async Task A_session_of_somebody_else_an_ended_one_and_one_that_is_too_old_carry_nothing_out()
    {
        var (device, waiter, other) = (await gate.PairAsync(), await gate.HireAsync(Role.Waiter), await gate.HireAsync(Role.Waiter));
        var signedIn = await gate.Pad.SignInAsync(device, waiter.PersonId, await gate.DrawAsync(waiter), isTaken: false);
        var acting = waiter with { DeviceId = device, SessionId = signedIn.SessionId };

        await MayNotAsync(other with { DeviceId = device, SessionId = signedIn.SessionId });
        await gate.Pad.EndAsync(signedIn.SessionId);
        await gate.Pad.EndAsync(signedIn.SessionId);
        await MayNotAsync(acting);
        var later = await gate.Pad.SignInAsync(device, waiter.PersonId, await gate.DrawAsync(waiter), isTaken: false);
        gate.Clock.Pass(TimeSpan.FromHours(17));
        await MayNotAsync(acting with { SessionId = later.SessionId });
    }

    [Fact]
    public async Task Slips_of_the_finger_cost_nothing_and_more_of_them_ever_longer_waits_on_this_device_alone()
    {
        var (device, other, waiter) = (await gate.PairAsync(), await gate.PairAsync(), await gate.HireAsync(Role.Waiter));
        var pin = await gate.DrawAsync(waiter);
        for (var n = 0; n < 3; n++) Assert.Equal("This PIN is not right.", await DeniedAsync(device, waiter, Wrong(pin)));

        Assert.Equal("Too many wrong PINs. Wait 5 seconds, then try again.", await DeniedAsync(device, waiter, pin));
        await gate.Pad.SignInAsync(other, waiter.PersonId, pin, isTaken: false);
        gate.Clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal("This PIN is not right.", await DeniedAsync(device, waiter, Wrong(pin)));
        Assert.Equal("Too many wrong PINs. Wait 10 seconds, then try again.", await DeniedAsync(device, waiter, pin));
        gate.Clock.Pass(TimeSpan.FromSeconds(10));
        await gate.Pad.SignInAsync(device, waiter.PersonId, pin, isTaken: false);
        Assert.Equal("This PIN is not right.", await DeniedAsync(device, waiter, Wrong(pin)));
        await gate.Pad.SignInAsync(device, waiter.PersonId, pin, isTaken: false);
    }

    [Fact]
    public async Task A_stolen_tablet_gets_a_hundred_guesses_a_day_over_all_persons_and_locks_nobody_out_elsewhere()
    {
        var (stolen, other) = (await gate.PairAsync(), await gate.PairAsync());
        var people = new List<(Actor Person, string Pin)>();
        for (var n = 0; n < 12; n++)
        {
            var person = await gate.HireAsync(Role.Waiter);
            people.Add((person, await gate.DrawAsync(person)));
        }

        var (guesses, refusedElsewhere, began) = (0, 0, gate.Clock.GetUtcNow());
        for (var turn = 0; gate.Clock.GetUtcNow() - began < TimeSpan.FromHours(24); turn++)
        {
            var (person, pin) = people[turn % people.Count];
            if (await DeniedAsync(stolen, person, Wrong(pin)) == "This PIN is not right.") guesses++;
            else gate.Clock.Pass(TimeSpan.FromMinutes(20));
            if (turn % 10 != 0) continue;
            try
            {
                await gate.Pad.SignInAsync(other, person.PersonId, pin, isTaken: false);
            }
            catch (Refusal)
            {
                refusedElsewhere++;
            }
        }

        // Each guess hits one of a million.
        Assert.InRange(guesses, 1, 100);
        Assert.Equal(0, refusedElsewhere);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_one_after_the_other_and_a_manager_lets_the_device_guess_again()
    {
        var device = await gate.PairAsync();
        var people = new List<Actor>();
        for (var n = 0; n < 50; n++) people.Add(await gate.HireAsync(Role.Waiter));
        foreach (var person in people) await gate.DrawAsync(person);

        var wrong = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
        {
            if (await DeniedAsync(device, people[n % 50], "000000") == "This PIN is not right.") Interlocked.Increment(ref wrong);
        });

        Assert.Equal(100, wrong);
        Assert.StartsWith("Too many wrong PINs on this device today.", await DeniedAsync(device, gate.Kitchen.Waiter, "000000"), StringComparison.Ordinal);
        gate.Clock.Pass(TimeSpan.FromSeconds(1));
        await gate.Devices.ReapproveAsync(new(Guid.CreateVersion7(), device), gate.Owner);
        gate.Clock.Pass(TimeSpan.FromMinutes(16));
        await gate.Pad.SignInAsync(device, people[0].PersonId, await gate.DrawAsync(people[0]), isTaken: false);
    }

    [Fact]
    public async Task An_unknown_person_no_pin_and_an_unpaired_device_are_denied_and_nothing_tells_who_exists()
    {
        var (device, waiter) = (await gate.PairAsync(), await gate.HireAsync(Role.Waiter));

        Assert.Equal("This PIN is not right.", await DeniedAsync(device, waiter, "123456"));
        Assert.Equal("This PIN is not right.", await DeniedAsync(device, waiter with { PersonId = Guid.CreateVersion7() }, "123456"));
        await gate.Devices.UnpairAsync(new(Guid.CreateVersion7(), device), gate.Owner);
        Assert.StartsWith("This device is not paired any more.", await DeniedAsync(device, waiter, await gate.DrawAsync(waiter)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_pin_stands_in_the_database()
    {
        var waiter = await gate.HireAsync(Role.Waiter);
        var command = new DrawPin(Guid.CreateVersion7(), waiter.PersonId);

        var pin = await gate.Staff.DrawPinAsync(command, gate.Owner);

        Assert.Equal(0, await CountAsync($"commands where id = '{command.Id}' and result::text like '%{pin}%'"));
        Assert.Null(await gate.Staff.DrawPinAsync(command, gate.Owner));
    }

    private static string Wrong(string pin) => pin == "111111" ? "222222" : "111111";

    private async Task<string> DeniedAsync(Guid device, Actor person, string pin)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => gate.Pad.SignInAsync(device, person.PersonId, pin, isTaken: false));
        Assert.True(refusal.Denied);
        return refusal.Message;
    }

    private Task<long> CountAsync(string what) => gate.Kitchen.CountAsync(what);

    private async Task MayNotAsync(Actor actor) => Assert.True((await Assert.ThrowsAsync<Refusal>(() => gate.ActAsync(actor))).Denied);
}
