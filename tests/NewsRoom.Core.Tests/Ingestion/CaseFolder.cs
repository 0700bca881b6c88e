namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>The case collection, where it lies in the repository.</summary>
internal static class CaseFolder
{
    public static string Of(string set)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsRoom.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return Path.Combine(folder, "tests/NewsRoom.Core.Tests/Ingestion/Cases", set);
    }
}
