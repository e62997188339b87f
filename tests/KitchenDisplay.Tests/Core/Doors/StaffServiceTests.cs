using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Doors;

public sealed class StaffServiceTests(Gate gate) : IClassFixture<Gate>
{
    private const string Phrase = "seven ladles of cold borscht";

    [Fact]
    public async Task Who_is_let_go_loses_a_role_or_gets_another_pin_is_signed_out_everywhere_in_the_same_transaction()
    {
        foreach (var revoke in new Func<Actor, Task>[] { LetGoAsync, TakeRoleAsync, a => gate.DrawAsync(a) })
        {
            var (device, cook) = (await gate.PairAsync(), await gate.HireAsync(Role.Cook, Role.Waiter));
            await gate.Pad.SignInAsync(device, cook.PersonId, await gate.DrawAsync(cook), isTaken: true);
            Assert.Equal(1, await OpenAsync(cook));

            await revoke(cook);

            Assert.Equal(0, await OpenAsync(cook));
        }
    }

    [Fact]
    public async Task A_new_role_or_name_leaves_people_signed_in()
    {
        var (device, cook) = (await gate.PairAsync(), await gate.HireAsync(Role.Cook));
        await gate.Pad.SignInAsync(device, cook.PersonId, await gate.DrawAsync(cook), isTaken: true);

        await gate.Staff.SaveAsync(new(Guid.CreateVersion7(), cook.PersonId, "Another name", [Role.Cook, Role.Chef]), gate.Owner);

        Assert.Equal(1, await OpenAsync(cook));
    }

    [Fact]
    public async Task The_house_keeps_an_owner()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => gate.Staff.SaveAsync(new(Guid.CreateVersion7(), gate.Owner.PersonId, "Marlene", [Role.Manager]), gate.Owner));

        Assert.Equal("Marlene is the only owner. Make somebody else an owner first.", refusal.Message);
    }

    [Fact]
    public async Task A_manager_makes_no_owners_and_touches_none()
    {
        var manager = gate.Kitchen.Manager;
        var waiter = await gate.HireAsync(Role.Waiter);

        foreach (var act in new Func<Task>[]
        {
            () => gate.Staff.SaveAsync(new(Guid.CreateVersion7(), waiter.PersonId, "Ana", [Role.Owner]), manager),
            () => gate.Staff.SaveAsync(new(Guid.CreateVersion7(), gate.Owner.PersonId, "Marlene", [Role.Owner], Active: false), manager),
            () => gate.Staff.DrawPinAsync(new(Guid.CreateVersion7(), gate.Owner.PersonId), manager),
            () => gate.Staff.SetPassphraseAsync(new(Guid.CreateVersion7(), gate.Owner.PersonId, "Marlene"), Phrase, manager),
        }) Assert.Equal("Only an owner can do this with owners.", (await Assert.ThrowsAsync<Refusal>(act)).Message);
    }

    [Fact]
    public async Task A_passphrase_signs_a_manager_in_in_any_browser_and_a_new_one_ends_the_sessions_of_the_old_one()
    {
        var manager = await gate.HireAsync(Role.Manager);
        var name = $"manager {manager.PersonId:N}";
        await gate.Staff.SetPassphraseAsync(new(Guid.CreateVersion7(), manager.PersonId, name), Phrase, gate.Owner);

        Assert.Equal(manager.PersonId, (await gate.Accounts.SignInAsync(name.ToUpperInvariant(), Phrase, null)).PersonId);
        var wrong = await Assert.ThrowsAsync<Refusal>(() => gate.Accounts.SignInAsync(name, "seven ladles of warm borscht", null));
        var unknown = await Assert.ThrowsAsync<Refusal>(() => gate.Accounts.SignInAsync("nobody at all", Phrase, null));
        Assert.Equal(wrong.Message, unknown.Message);
        await gate.Staff.SetPassphraseAsync(new(Guid.CreateVersion7(), manager.PersonId, name), "nine ladles of warm goulash", gate.Owner);
        Assert.Equal(0, await OpenAsync(manager));
        await Assert.ThrowsAsync<Refusal>(() => gate.Accounts.SignInAsync(name, Phrase, null));
        await gate.Accounts.SignInAsync(name, "nine ladles of warm goulash", null);
    }

    [Fact]
    public async Task A_waiter_has_no_passphrase_and_a_taken_name_is_told()
    {
        var (waiter, one, other) = (await gate.HireAsync(Role.Waiter), await gate.HireAsync(Role.Manager), await gate.HireAsync(Role.Manager));

        await Assert.ThrowsAsync<Refusal>(() => gate.Staff.SetPassphraseAsync(new(Guid.CreateVersion7(), waiter.PersonId, "waiter"), Phrase, gate.Owner));
        await gate.Staff.SetPassphraseAsync(new(Guid.CreateVersion7(), one.PersonId, "the only one"), Phrase, gate.Owner);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => gate.Staff.SetPassphraseAsync(new(Guid.CreateVersion7(), other.PersonId, "The only one"), Phrase, gate.Owner));
        Assert.Contains("already taken", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("12345678901234567890")]
    [InlineData("Correct Horse Battery Staple")]
    [InlineData("qwertyuiopasdfghj")]
    public void What_everybody_tries_is_no_passphrase(string phrase) => Assert.NotNull(Passphrases.Fault(phrase));

    [Theory]
    [InlineData("seven ladles of cold borscht")]
    [InlineData("ütterstörung am hafen")]
    public void Length_is_all_that_it_takes(string phrase) => Assert.Null(Passphrases.Fault(phrase));

    private Task<PersonDone> LetGoAsync(Actor person) => gate.Staff.SaveAsync(new(Guid.CreateVersion7(), person.PersonId, "Gone", person.Roles, Active: false), gate.Owner);

    private Task<PersonDone> TakeRoleAsync(Actor person) => gate.Staff.SaveAsync(new(Guid.CreateVersion7(), person.PersonId, "Only a cook", [Role.Cook]), gate.Owner);

    private Task<long> OpenAsync(Actor person) => gate.Kitchen.CountAsync($"sessions where person_id = '{person.PersonId}' and ended_at is null");
}
