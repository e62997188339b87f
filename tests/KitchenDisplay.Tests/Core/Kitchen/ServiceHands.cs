using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>Does deeds to a ticket in the database, as a screen of some node does.</summary>
public sealed class ServiceHands(KitchenService cooks, ServiceCalls calls, Actor actor, Guid ticket, Guid order)
{
    /// <returns>What it answered; null when it refused.</returns>
    public async Task<int?> DoAsync(Deed deed)
    {
        try
        {
            return deed.Key switch
            {
                Key.Change => (await calls.ChangeAsync(new ChangeLine(deed.Id, deed.Line, deed.Modifiers, deed.Note), actor)).Version,
                Key.Void => (await calls.VoidAsync(new VoidLine(deed.Id, deed.Line, null, IsWasted: true), actor)).Version,
                Key.Add => (await calls.AddAsync(new AddPortion(deed.Id, deed.Line), actor)).Version,
                Key.Fire => (await calls.FireAsync(new FireCourse(deed.Id, order, deed.Course), actor)).Portions,
                Key.Hold => (await calls.HoldAsync(new HoldCourse(deed.Id, order, deed.Course), actor)).Portions,
                _ => (await CookAsync(deed)).Tasks,
            };
        }
        catch (Refusal refusal)
        {
            Assert.NotEmpty(refusal.Reasons);
            return null;
        }
    }

    private Task<TasksDone> CookAsync(Deed deed) => deed.Key switch
    {
        Key.Start => cooks.StartAsync(new(deed.Id, ticket, deed.At, [deed.Line]), actor),
        Key.Ready or Key.ReadyAndLeave => cooks.ReadyAsync(new(deed.Id, ticket, deed.At, [deed.Line], deed.Key == Key.ReadyAndLeave), actor),
        Key.Bump => cooks.BumpAsync(new(deed.Id, ticket, deed.At), actor),
        Key.Acknowledge => cooks.AcknowledgeAsync(new(deed.Id, ticket, deed.At, [deed.Line]), actor),
        Key.Confirm => cooks.ConfirmAllergiesAsync(new(deed.Id, ticket, deed.At), actor),
        Key.Undo => cooks.UndoAsync(new(deed.Id, ticket, deed.DoneId), actor),
        Key.RecallLast => cooks.RecallLastAsync(new(deed.Id, deed.At), actor),
        Key.Recall or Key.RecallAnew or Key.RecallSurely =>
            cooks.RecallAsync(new(deed.Id, ticket, deed.At, deed.Key == Key.RecallAnew, deed.Key == Key.RecallSurely), actor),
        Key.Push => cooks.PushAsync(new(deed.Id, ticket, deed.At, [deed.Line], deed.Station), actor),
        Key.Pull => cooks.PullAsync(new(deed.Id, ticket, deed.At, [deed.Line]), actor),
        _ => cooks.RushAsync(new(deed.Id, ticket, deed.Key == Key.Rush), actor),
    };
}
