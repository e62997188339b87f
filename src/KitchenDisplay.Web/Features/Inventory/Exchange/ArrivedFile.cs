using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Exchange;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace KitchenDisplay.Web.Features.Inventory.Exchange;

/// <summary>A file on its way from a device: it lies on the disk until it is read, and never whole in memory.</summary>
public static class ArrivedFile
{
    /// <summary>The file, to be read as often as one likes; it is gone when it is closed.</summary>
    /// <exception cref="Refusal">It is too large, or did not arrive.</exception>
    public static async Task<Stream> ReadAsync(IBrowserFile chosen)
    {
        if (chosen.Size > ImportFile.MostBytes) throw new Refusal("The file is larger than {0} MB. Divide it into several files.", ImportFile.MostBytes / 1_000_000);
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using var arriving = chosen.OpenReadStream(ImportFile.MostBytes);
            await arriving.CopyToAsync(file);
            file.Position = 0;
            return file;
        }
        catch (Exception lost) when (lost is IOException or JSException or OperationCanceledException or TimeoutException)
        {
            await file.DisposeAsync();
            throw new Refusal("The file did not arrive. Choose it again.");
        }
    }
}
