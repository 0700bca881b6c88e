using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Releases;

namespace NewsRoom.Web.Pages;

/// <summary>What a page says to programs, in schema.org's words (JSON-LD). The writer escapes the signs of HTML, so that nothing in it ends a script element.</summary>
internal static class StructuredData
{
    /// <summary>Who publishes here.</summary>
    public static string Organization(NewsRoomOptions newsroom) => Write(json =>
    {
        Organization(json, newsroom, isWhole: true);
    });

    /// <summary>The way from the front page to a page.</summary>
    public static string Breadcrumbs(NewsRoomOptions newsroom, params ReadOnlySpan<(string Name, string Path)> way)
    {
        var steps = way.ToArray();
        return Write(json =>
        {
            json.WriteString("@type", "BreadcrumbList");
            json.WriteStartArray("itemListElement");
            for (var i = 0; i < steps.Length; i++)
            {
                json.WriteStartObject();
                json.WriteString("@type", "ListItem");
                json.WriteNumber("position", i + 1);
                json.WriteString("name", steps[i].Name);
                json.WriteString("item", newsroom.Absolute(steps[i].Path).AbsoluteUri);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>A release. Its day is given only where it is known.</summary>
    public static string Article(NewsRoomOptions newsroom, ReleaseView release, string? description, IEnumerable<NoteView> notes) => Write(json =>
    {
        var page = newsroom.Absolute($"/releases/{release.Slug}").AbsoluteUri;
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", page + "#article");
        json.WriteString("mainEntityOfPage", page);
        json.WriteString("url", page);
        json.WriteString("headline", release.Headline);
        if (!string.IsNullOrWhiteSpace(description))
            json.WriteString("description", description);
        json.WriteString("inLanguage", release.Language);
        if (release.Date is { Precision: DatePrecision.Day, Value: { } day })
            json.WriteString("datePublished", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (release.Changed is { } changed)
            json.WriteString("dateModified", changed.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (!string.IsNullOrWhiteSpace(release.Dateline))
            json.WriteString("dateline", release.Dateline);
        json.WriteNumber("wordCount", release.WordCount);
        if (release.Themes.Count > 0)
        {
            json.WriteStartArray("about");
            foreach (var theme in release.Themes)
            {
                json.WriteStartObject();
                json.WriteString("@type", "Thing");
                json.WriteString("name", theme.Name);
                json.WriteString("url", newsroom.Absolute($"/themes/{theme.Slug}").AbsoluteUri);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Images(json, newsroom, release);
        foreach (var name in (string[])["author", "publisher"])
        {
            json.WriteStartObject(name);
            Organization(json, newsroom, isWhole: false);
            json.WriteEndObject();
        }

        Corrections(json, newsroom, page, notes);
    });

    private static void Images(Utf8JsonWriter json, NewsRoomOptions newsroom, ReleaseView release)
    {
        json.WriteStartArray("image");
        var pictures = release.Attachments.Where(a => a.IsImage).Select(a => a.Path).ToList();
        foreach (var path in pictures.Count > 0 ? pictures : [CardImage.Path])
            json.WriteStringValue(newsroom.Absolute(path).AbsoluteUri);
        json.WriteEndArray();
    }

    private static void Corrections(Utf8JsonWriter json, NewsRoomOptions newsroom, string page, IEnumerable<NoteView> notes)
    {
        var corrections = notes.Where(n => n.Kind is ChangeKind.Correction or ChangeKind.Clarification).ToList();
        if (corrections.Count == 0)
            return;
        json.WriteStartArray("correction");
        foreach (var note in corrections)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("text", note.Text);
            json.WriteString("datePublished", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(note.At, newsroom.Zone).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("url", $"{page}#note-{note.Id.ToString(CultureInfo.InvariantCulture)}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Organization(Utf8JsonWriter json, NewsRoomOptions newsroom, bool isWhole)
    {
        json.WriteString("@type", "Organization");
        json.WriteString("@id", newsroom.Absolute("/#organisation").AbsoluteUri);
        json.WriteString("name", newsroom.Organisation);
        json.WriteString("url", newsroom.Absolute("/").AbsoluteUri);
        json.WriteStartObject("logo");
        json.WriteString("@type", "ImageObject");
        json.WriteString("url", newsroom.Absolute(CardImage.Path).AbsoluteUri);
        json.WriteEndObject();
        if (!isWhole)
            return;
        if (newsroom.Description.Length > 0)
            json.WriteString("description", newsroom.Description);
        if (!newsroom.PressOffice.IsKnown)
            return;
        json.WriteStartObject("contactPoint");
        json.WriteString("@type", "ContactPoint");
        json.WriteString("contactType", "press office");
        if (newsroom.PressOffice.Phone.Length > 0)
            json.WriteString("telephone", newsroom.PressOffice.Phone);
        if (newsroom.PressOffice.Email.Length > 0)
            json.WriteString("email", newsroom.PressOffice.Email);
        json.WriteEndObject();
    }

    private static string Write(Action<Utf8JsonWriter> properties)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            properties(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
