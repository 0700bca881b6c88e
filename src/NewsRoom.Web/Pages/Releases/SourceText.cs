using System.Text;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>Lines of a stored document, as they were imported.</summary>
internal static class SourceText
{
    /// <param name="encoding">As the import names it: utf-8, utf-16le, utf-16be, windows-1252.</param>
    /// <param name="start">1-based, inclusive.</param>
    /// <param name="end">1-based, inclusive.</param>
    public static IReadOnlyList<string> Lines(byte[] bytes, string encoding, int start, int end)
    {
        var text = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetString(bytes);
        return [.. text.TrimStart('\uFEFF').Split('\n').Skip(start - 1).Take(end - start + 1).Select(line => line.TrimEnd('\r'))];
    }
}
