using System.Globalization;
using System.Xml;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary>A feed in Atom (RFC 4287) with the full text of its releases.</summary>
/// <param name="Title">Of the feed.</param>
/// <param name="Path">Of the feed on this site, in its Atom form: it names the feed in every form.</param>
/// <param name="PagePath">Of the page it stands for.</param>
internal sealed record AtomFeed(string Title, string? Subtitle, string Path, string PagePath, IReadOnlyList<AtomEntry> Entries)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The last public change of anything in it; the epoch when it is empty.</summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries.Max(e => e.Updated);

    /// <summary>The address of the same feed in another form: the query stays.</summary>
    public string PathOf(FeedForm form) => Path.Replace(FeedForm.Atom.FileName(), form.FileName(), StringComparison.Ordinal);

    public byte[] Write(NewsRoomOptions newsroom) => XmlText.Document(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, newsroom.Language);
        // A tag URI (RFC 4151) stays the same whatever becomes of the addresses; the year is when the scheme was laid down.
        Element(xml, "id", $"tag:{newsroom.PublicBaseAddress.Host},2026:{Path.Trim('/')}");
        Element(xml, "title", Title);
        if (!string.IsNullOrWhiteSpace(Subtitle))
            Element(xml, "subtitle", Subtitle);
        Element(xml, "updated", Instant(Updated));
        Link(xml, "self", newsroom.Absolute(Path), "application/atom+xml");
        Link(xml, "alternate", newsroom.Absolute(PagePath), "text/html");
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", newsroom.Organisation);
        xml.WriteEndElement();
        if (newsroom.ReuseTerms.Length > 0)
            Element(xml, "rights", newsroom.ReuseTerms);
        foreach (var entry in Entries)
            Write(xml, entry, newsroom);
        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, AtomEntry entry, NewsRoomOptions newsroom)
    {
        var page = newsroom.Absolute($"/releases/{entry.Slug}");
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Element(xml, "id", $"urn:uuid:{entry.PublicId:D}");
        Element(xml, "title", entry.Headline);
        Element(xml, "updated", Instant(entry.Updated));
        // Only a day that is known is given: feed readers show whatever stands here as the truth.
        if (entry.Date is { Precision: DatePrecision.Day, Value: { } day })
            Element(xml, "published", day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        Link(xml, "alternate", page, "text/html");
        foreach (var theme in entry.Themes)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", theme.Slug);
            xml.WriteAttributeString("label", XmlText.Clean(theme.Name));
            xml.WriteEndElement();
        }

        if (!string.IsNullOrWhiteSpace(entry.Standfirst))
            Element(xml, "summary", entry.Standfirst);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteAttributeString("xml", "base", null, page.AbsoluteUri);
        xml.WriteString(XmlText.Clean(entry.BodyHtml));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlText.Clean(text));

    private static void Link(XmlWriter xml, string relation, Uri address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A release in a feed.</summary>
internal sealed record AtomEntry(Guid PublicId, string Slug, string Headline, string? Standfirst, string BodyHtml, string Language, ReleaseDate Date, DateTimeOffset Updated, IReadOnlyList<AtomCategory> Themes);

internal sealed record AtomCategory(string Slug, string Name);
