using System.Text;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Rendering.Downloads;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A format in which a release is given away; each is written from the same <see cref="ReleaseDocument"/>.</summary>
internal sealed record DownloadFormat(string Extension, string MediaType, Func<ReleaseDocument, DocumentLabels, byte[]> Write)
{
    public static readonly IReadOnlyList<DownloadFormat> All =
    [
        new("txt", "text/plain", (document, labels) => Encoding.UTF8.GetBytes(PlainTextFile.Write(document, labels))),
        new("md", "text/markdown", (document, _) => Encoding.UTF8.GetBytes(MarkdownFile.Write(document))),
        new("docx", WordFile.ContentType, WordFile.Write),
        new("json", "application/json", (document, _) => JsonFile.Write(document)),
    ];

    /// <summary>The media type with the encoding of its text.</summary>
    public string ContentType => MediaType.StartsWith("text/", StringComparison.Ordinal) ? MediaType + "; charset=utf-8" : MediaType;

    public static DownloadFormat? Find(string extension) => All.FirstOrDefault(f => f.Extension == extension);
}
