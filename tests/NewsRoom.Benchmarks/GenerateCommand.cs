using System.Globalization;
using NewsRoom.Benchmarks.Generation;

namespace NewsRoom.Benchmarks;

/// <summary><c>generate N FOLDER</c>: writes an archive of N releases.</summary>
internal static class GenerateCommand
{
    public static int Run(string count, string folder, TextWriter output)
    {
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var releases) || releases == 0)
        {
            output.WriteLine($"'{count}' is not a number of releases.");
            return 2;
        }

        Directory.CreateDirectory(folder);
        var (documents, bytes) = (0, 0L);
        foreach (var document in new ArchiveGenerator().Documents(releases))
        {
            File.WriteAllBytes(Path.Combine(folder, document.Name), document.Bytes);
            documents++;
            bytes += document.Bytes.Length;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{releases} releases in {documents} documents, {bytes / 1e6:0.0} MB, in {folder}."));
        return 0;
    }
}
