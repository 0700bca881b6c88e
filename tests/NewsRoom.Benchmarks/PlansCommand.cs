using System.Text.Json;
using NewsRoom.Benchmarks.Accuracy;
using NewsRoom.Benchmarks.Generation;

namespace NewsRoom.Benchmarks;

/// <summary><c>plans OUT FOLDER</c>: writes every plan of a folder and of a generated archive whole, so that two versions of the pipeline can be compared byte for byte.</summary>
internal static class PlansCommand
{
    private const int GeneratedReleases = 1200;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string file, string folder, TextWriter output)
    {
        var generated = Directory.CreateTempSubdirectory("newsroom-plans-").FullName;
        try
        {
            foreach (var document in new ArchiveGenerator().Documents(GeneratedReleases))
                File.WriteAllBytes(Path.Combine(generated, document.Name), document.Bytes);
            string[] paths = [.. Files(folder), .. Files(generated)];
            using var writer = File.Create(file);
            foreach (var plan in PipelinePlans.Of(paths))
                JsonSerializer.Serialize(writer, new { plan.Document.FileName, plan.Document.Encoding, plan.Status, plan.Message, plan.NonRelease, plan.Releases }, Json);
            output.WriteLine($"{paths.Length} plans written.");
            return 0;
        }
        finally
        {
            Directory.Delete(generated, recursive: true);
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".txt" or ".md").Order(StringComparer.Ordinal);
}
