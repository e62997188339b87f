using System.IO.Compression;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads the files of a .zip, one after the other, and no more than <see cref="RecipeReader.MostBytes"/> of them in all, whatever the archive says of their size.</summary>
internal sealed class ZipRecipes
{
    private const int MostEntries = 10_000;

    private long left = RecipeReader.MostBytes;

    public static IEnumerable<RecipeRead> Read(byte[] bytes, string name) => new ZipRecipes().All(bytes, name);

    private IEnumerable<RecipeRead> All(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        var files = zip.Entries.Where(IsFile).ToList();
        if (Refused(zip, files, name) is { } refused)
        {
            yield return refused;
            yield break;
        }
        foreach (var (entry, path) in files.Select(f => (f, $"{name}/{f.FullName}")))
        {
            foreach (var read in RecipeReader.Safely(() => Entry(entry, path), path)) yield return read;
            if (left < 0) yield break;
        }
    }

    private static RecipeRead? Refused(ZipArchive zip, List<ZipArchiveEntry> files, string name) =>
        zip.Entries.Count > MostEntries ? RecipeRead.Failed(name, new("The archive has more than {0} files.", MostEntries), new("Divide it into several archives."))
        : files.Count == 0 ? RecipeRead.Failed(name, new("The archive is empty."), new("Put files with recipes into it."))
        : zip.GetEntry("[Content_Types].xml") is not null || zip.GetEntry("mimetype") is not null ? RecipeRead.Failed(name, new("This is a document of an office program."), new("Save it there as text, or a table as “CSV UTF-8”."))
        : null;

    private IEnumerable<RecipeRead> Entry(ZipArchiveEntry entry, string name)
    {
        if (entry.IsEncrypted) return [RecipeRead.Failed(name, new("The file is locked with a password."), new("Pack it without one."))];
        return Unpack(entry) is { } bytes
            ? RecipeReader.Read(bytes, name, (_, inner) => [RecipeRead.Failed(inner, new("This is an archive inside the archive."), new("Unpack it, and choose it by itself."))])
            : [RecipeRead.Failed(name, new("Unpacked, the archive is larger than {0} MB.", RecipeReader.MostBytes >> 20), new("Divide it into several archives; the files from this one on were not read."))];
    }

    /// <summary>Null when it is more than may still be unpacked.</summary>
    private byte[]? Unpack(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0) return null;
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }

    // Folders, and what some systems add.
    private static bool IsFile(ZipArchiveEntry entry) => entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);
}
