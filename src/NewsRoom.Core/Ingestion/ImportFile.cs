namespace NewsRoom.Core.Ingestion;

/// <summary>A file to import.</summary>
/// <param name="Name">How reports and sources call it: the file's name; with its folder before it where two files of a run share a name.</param>
public sealed record ImportFile(string Path, string Name)
{
    /// <summary>What the import reads in a folder.</summary>
    private static readonly string[] Endings = [".txt", ".md", ".docx"];

    /// <summary>The same in words.</summary>
    public const string Kinds = ".txt, .md or .docx";

    /// <summary>
    /// Lists what the paths name: files as they are, folders with their documents and those of the folders in them, by name.
    /// Hidden files and folders are left out. Null, with the path, when one does not exist.
    /// </summary>
    public static IReadOnlyList<ImportFile>? List(IEnumerable<string> paths, out string? missing)
    {
        ArgumentNullException.ThrowIfNull(paths);
        missing = null;
        var found = new List<string>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
                found.Add(System.IO.Path.GetFullPath(path));
            else if (Directory.Exists(path))
                found.AddRange(InFolder(System.IO.Path.GetFullPath(path)));
            else
            {
                missing = path;
                return null;
            }
        }

        return Named([.. found.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> InFolder(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, MatchCasing = MatchCasing.CaseInsensitive };
        return Directory.EnumerateFiles(folder, "*", options).Where(IsDocument).Order(StringComparer.Ordinal);
    }

    /// <summary>Word leaves "~$name.docx" beside a document that is open.</summary>
    private static bool IsDocument(string path) =>
        Endings.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !System.IO.Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    private static List<ImportFile> Named(List<string> paths)
    {
        var shared = paths.GroupBy(System.IO.Path.GetFileName, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. paths.Select(p => new ImportFile(p, NameOf(p, shared)))];
    }

    private static string NameOf(string path, HashSet<string?> shared)
    {
        var name = System.IO.Path.GetFileName(path);
        return shared.Contains(name) ? $"{System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path))}/{name}" : name;
    }
}
