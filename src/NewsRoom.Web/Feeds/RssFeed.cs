using System.Xml;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary>A feed as RSS 2.0, with the full text in content:encoded.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(AtomFeed feed, NewsRoomOptions newsroom) => XmlText.Document(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        Element(xml, "title", feed.Title);
        Element(xml, "link", newsroom.Absolute(feed.PagePath).AbsoluteUri);
        Element(xml, "description", string.IsNullOrWhiteSpace(feed.Subtitle) ? feed.Title : feed.Subtitle);
        Element(xml, "language", newsroom.Language.ToLowerInvariant());
        if (newsroom.ReuseTerms.Length > 0)
            Element(xml, "copyright", newsroom.ReuseTerms);
        if (feed.Entries.Count > 0)
            Element(xml, "lastBuildDate", FeedForms.Rfc822(feed.Updated));
        Element(xml, "docs", "https://www.rssboard.org/rss-specification");
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", newsroom.Absolute(feed.PathOf(FeedForm.Rss)).AbsoluteUri);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
            Write(xml, entry, newsroom);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, AtomEntry entry, NewsRoomOptions newsroom)
    {
        var page = newsroom.Absolute($"/releases/{entry.Slug}").AbsoluteUri;
        xml.WriteStartElement("item");
        Element(xml, "title", entry.Headline);
        Element(xml, "link", page);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"urn:uuid:{entry.PublicId:D}");
        xml.WriteEndElement();
        // Only a day that is known is given: readers show whatever stands here as the truth.
        if (entry.Date is { Precision: DatePrecision.Day, Value: { } day })
            Element(xml, "pubDate", FeedForms.Rfc822(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
        // What readers sort by where no day is known: the last public change, as in Atom.
        xml.WriteElementString("atom", "updated", Atom, AtomFeed.Instant(entry.Updated));
        foreach (var theme in entry.Themes)
            Element(xml, "category", theme.Name);
        if (!string.IsNullOrWhiteSpace(entry.Standfirst))
            Element(xml, "description", entry.Standfirst);
        xml.WriteElementString("dc", "language", DublinCore, entry.Language);
        xml.WriteElementString("content", "encoded", Content, XmlText.Clean(entry.BodyHtml));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Clean(text));
}
