using NewsRoom.Core.Rendering;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>Makes the model that downloads are written from of what the page shows.</summary>
internal static class ReleaseDocuments
{
    public static ReleaseDocument Of(
        ReleaseView release, IReadOnlyList<NoteView> notes, IReadOnlyDictionary<int, BodyImage> images, NewsRoomOptions newsroom, SiteText texts, DeskTime time)
    {
        var page = newsroom.Absolute($"/releases/{release.Slug}");
        return new ReleaseDocument
        {
            Headline = release.Headline,
            Language = release.Language,
            Dateline = string.IsNullOrWhiteSpace(release.Dateline) ? null : release.Dateline,
            DateText = texts.Full(release.Date),
            DateIso = release.Date.ToIso(),
            Standfirst = string.IsNullOrWhiteSpace(release.Standfirst) ? null : release.Standfirst,
            Themes = [.. release.Themes.Select(t => (t.Slug, t.Name))],
            Notes = [.. notes.Select(n => new DocumentNote(texts["Note." + n.Kind], n.Day(time, texts), n.Text, n.Place == Core.Releases.NotePlace.Top))],
            Body = DocumentReader.Read(release.Markdown, images),
            Markdown = release.Markdown,
            Closing = ClosingText.Of(release.Boilerplate) is { } closing ? [.. closing.Heading is null ? [] : (string[])[closing.Heading], .. closing.Paragraphs] : [],
            Contacts = [.. Contacts(release, newsroom, texts)],
            Quotations = [.. release.Quotations.Select(q => new DocumentQuotation(q.Text, q.Speaker, new Uri(page, $"#quote-{q.Number}")))],
            Attachments = [.. release.Attachments.Select(a => (a.Title, newsroom.Absolute(a.Path)))],
            Sources = [.. release.Sources.Select(s => (s.FileName, s.StartLine, s.EndLine))],
            Organisation = newsroom.Organisation,
            ReuseTerms = newsroom.ReuseTerms.Length > 0 ? newsroom.ReuseTerms : null,
            Address = page,
            Changed = release.Changed,
        };
    }

    public static DocumentLabels Labels(SiteText texts) => new(texts["MediaContact"], texts["Attachments"], texts["Reuse"], texts["PublishedBy"]);

    private static IEnumerable<DocumentContact> Contacts(ReleaseView release, NewsRoomOptions newsroom, SiteText texts)
    {
        var card = new ContactCard(release.Contacts, newsroom.PressOffice, null, null);
        var office = newsroom.PressOffice;
        DocumentContact[] itself = office.IsKnown ? [new(office.Name.Length > 0 ? office.Name : texts["PressOffice"], null, null, office.Phone.Length > 0 ? [office.Phone] : [], office.Email.Length > 0 ? office.Email : null, office.Hours.Length > 0 ? office.Hours : null)] : [];
        var people = release.Contacts.Select(c => new DocumentContact(c.Name, c.Role, c.Office, [.. c.Phones.Select(p => p.Display)], c.Email, Warning(c, texts)));
        return card.OfficeFirst ? [.. itself, .. people] : [.. people, .. itself];
    }

    private static string? Warning(ContactView contact, SiteText texts)
    {
        string[] warnings = [.. new[] { ContactCard.Warning(contact, texts) }.OfType<string>(), .. contact.Phones.Where(p => p.E164 is null).Select(p => $"{p.AsWritten}: {texts["PhoneIncomplete"]}")];
        return warnings.Length == 0 ? null : string.Join(". ", warnings);
    }
}
