using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Doors.Devices;

/// <summary>Lets the browser in that shows this code, under a name and for a purpose.</summary>
/// <param name="DisplayId">Which display of the wall it is; only and always for that purpose.</param>
/// <param name="Calls">Whether a screen of the wall may also fire, hold and rush, as an expediter does.</param>
public sealed record ApproveDevice(Guid Id, Guid DeviceId, string Code, string Name, DevicePurpose Purpose, Guid? DisplayId = null, bool Calls = true) : Command<DeviceDone>(Id);

/// <summary>Another name, and when the device asks for a PIN again.</summary>
/// <param name="LocksAfter">Seconds without a touch, while anybody may take it.</param>
/// <param name="TakenLocksAfter">Seconds without a touch, while it is somebody's for the shift.</param>
public sealed record SaveDevice(Guid Id, Guid DeviceId, string Name, int LocksAfter, int TakenLocksAfter, bool LocksAfterSend) : Command<DeviceDone>(Id);

/// <summary>Lets the device guess PINs again, after it has used up its tries.</summary>
public sealed record ReapproveDevice(Guid Id, Guid DeviceId) : Command<DeviceDone>(Id);

/// <summary>Shuts the device out, at once and for ever.</summary>
/// <param name="Confirmed">Also if it is a screen of the wall with open tickets.</param>
public sealed record UnpairDevice(Guid Id, Guid DeviceId, bool Confirmed = false) : Command<DeviceDone>(Id);

/// <summary>Which device it was.</summary>
public sealed record DeviceDone(Guid DeviceId);
