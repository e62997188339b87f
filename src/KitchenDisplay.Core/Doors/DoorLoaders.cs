using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;

namespace KitchenDisplay.Core.Doors;

/// <summary>How the board reads which devices are let in and who is signed in; people stand with the menu.</summary>
public static class DoorLoaders
{
    public static readonly IReadOnlyList<RootLoader> All =
    [
        new("device", typeof(PairedDevice), "select d.id, to_jsonb(d) - 'secret_hash' as view from devices d where d.unpaired_at is null"),
        new("session", typeof(OpenSession), "select s.id, to_jsonb(s) - 'secret_hash' as view from sessions s where s.ended_at is null"),
    ];
}
