using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Doors;

/// <summary>Adds a person, or changes one. Who loses a role or is not active any more is out at once, everywhere.</summary>
public sealed record SavePerson(Guid Id, Guid PersonId, string Name, IReadOnlyList<Role> Roles, bool Active = true) : Command<PersonDone>(Id);

/// <summary>Draws a new PIN for somebody; the old one is worth nothing from now on.</summary>
public sealed record DrawPin(Guid Id, Guid PersonId) : Command<PersonDone>(Id);

/// <summary>Gives somebody a passphrase for the back office. The words themselves are no part of the command: a command is written down.</summary>
/// <param name="Name">Under which the person signs in.</param>
public sealed record SetPassphrase(Guid Id, Guid PersonId, string Name) : Command<PersonDone>(Id);

/// <summary>Who it was.</summary>
public sealed record PersonDone(Guid PersonId);
