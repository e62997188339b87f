#:property PublishAot=false
#:property UseAppHost=false

// dotnet run ExtractBlazorScript.cs -- <Microsoft.AspNetCore.Components.Endpoints.dll> <blazor.web.js>
// Takes the embedded browser script out of the assembly. The assembly is read, never loaded: it was made for another runtime, perhaps for another processor.

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

const string Name = "_framework/blazor.web.js";
var (assembly, script) = (args[0], args[1]);

using var image = new PEReader(File.OpenRead(assembly));
var metadata = image.GetMetadataReader();
var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).FirstOrDefault(r => metadata.StringComparer.Equals(r.Name, Name));
if (resource.Name.IsNil)
{
    Console.Error.WriteLine($"{assembly} holds no resource named {Name}.");
    return 1;
}

var resources = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
var bytes = resources.GetReader((int)resource.Offset, resources.Length - (int)resource.Offset);
var length = bytes.ReadInt32();

// A build that is killed half way must not leave half a script behind for the next one to trust.
var unfinished = $"{script}.{Environment.ProcessId}";
await File.WriteAllBytesAsync(unfinished, bytes.ReadBytes(length));
File.Move(unfinished, script, overwrite: true);
return 0;
