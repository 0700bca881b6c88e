using System.Runtime.InteropServices;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>Fills the drafts of a document: headline, date, contacts, themes, quotations, gaps, body.</summary>
internal sealed class DraftMaker(PipelineSettings settings)
{
    /// <summary>A cut below this is put before the editor.</summary>
    public const double SureCut = 0.9;

    private readonly ThemeExtractor _themes = new(settings.Themes);

    public IReadOnlyList<ReleaseDraft> FromPage(Page page, IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        var pageLanguage = LanguageDetector.Detect(CollectionsMarshal.AsSpan(page.Paragraphs));
        var texts = new List<(ReleaseText Text, Cut Cut)>();
        foreach (var segment in segments)
        {
            if (TextOf(page, segment, pageLanguage) is { } text)
                texts.Add((text, segment.Cut));
        }

        BoilerplateFinder.Mark([.. texts.Select(t => t.Text)]);
        var country = PageCountry.Of(page);
        var sections = PagePeriod.Sections(page);
        var dates = DateExtractor.Resolve([.. texts.Select(t => DateClueReader.Read(t.Text, PagePeriod.Over(sections, t.Text.Lead)))], PagePeriod.Read(page));
        var drafts = new List<ReleaseDraft>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            drafts.Add(Draft(texts[i].Text, texts[i].Cut, dates[i], i + 1, country));
        }

        DoubtSameHeadlines(drafts);
        return drafts;
    }

    private const string SameHeadline = "Check the headline: another release of this document has the same one.";

    private static void DoubtSameHeadlines(List<ReleaseDraft> drafts)
    {
        var times = drafts.CountBy(d => d.Headline, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (times[drafts[i].Headline] > 1)
                drafts[i] = drafts[i] with { Unsure = [.. drafts[i].Unsure, SameHeadline] };
        }
    }

    /// <summary>The paragraphs of a segment as the extractors read them; null when it holds nothing but date lines and furniture.</summary>
    internal static ReleaseText? TextOf(Page page, Segment segment, string pageLanguage = "en") =>
        Trim(page, segment) is var (first, last) && first <= last ? Text(page, first, last, pageLanguage, segment) : null;

    /// <summary>A Markdown file with a title in its front matter is one release, and its body is Markdown already.</summary>
    public ReleaseDraft FromMarkdown(SourceDocument document, FrontMatter matter)
    {
        var page = Page.Read(document.Lines, matter.Lines + 1, settings.DateOrder == DateOrder.MonthDay);
        var lastLine = document.Lines.Count;
        while (lastLine > 1 && CleanText.Of(document.Lines[lastLine - 1].Text).Length == 0)
            lastLine--;
        var last = page.Count - 1;
        var headline = matter.Text("title", "headline") ?? "Untitled release";
        if (last < 0)
            page = Page.Read([new(lastLine, 0, 0, headline)], 1, false);
        var text = Text(page, 0, Math.Max(last, 0), LanguageDetector.Detect(CollectionsMarshal.AsSpan(page.Paragraphs)));
        var draft = Draft(text, new Cut(0.99, ["front-matter"]), DateExtractor.Resolve([DateClueReader.Read(text)])[0], 1, PageCountry.Of(page));
        var date = MatterDate(matter) is { } dated
            ? dated with { Evidence = matter.Text(FrontMatter.DateKeys), EvidenceLine = LineOf(document, "date", "publish", "release_date", "pubdate"), Basis = DateBasis.Text, Confidence = 0.98 }
            : draft.Date;
        var body = string.Join('\n', document.Lines.Skip(matter.Lines).Take(lastLine - matter.Lines).Select(l => l.Text)).Trim('\n');
        return draft with
        {
            StartLine = 1,
            EndLine = lastLine,
            Language = matter.Language() ?? draft.Language,
            Boilerplate = matter.Text("boilerplate"),
            Headline = HeadlineExtractor.Cut(headline, ReleaseContent.MaxHeadline),
            HeadlineBasis = HeadlineBasis.Text,
            Standfirst = matter.Text("standfirst", "summary", "description", "subtitle", "excerpt"),
            Dateline = matter.Text("dateline", "location", "place") ?? draft.Dateline,
            Date = date,
            Body = body,
            Contacts = Merge(draft.Contacts, MatterContacts(document, matter)),
            Themes = WithTags(draft.Themes, matter),
            Unsure = Doubts(draft with { HeadlineBasis = HeadlineBasis.Text, Date = date }),
        };
    }

    /// <summary>The date of a front matter, as exact as it is written; null when there is none or it cannot be read.</summary>
    private ReleaseDate? MatterDate(FrontMatter matter)
    {
        var written = matter.Text(FrontMatter.DateKeys);
        if (written is null)
            return null;
        if (ReleaseDate.TryParse(written, out var date) && date.Precision != DatePrecision.Unknown)
            return date;
        return matter.Day(settings.DateOrder == DateOrder.MonthDay, FrontMatter.DateKeys) is { } day ? ReleaseDate.OnDay(day) : null;
    }

    /// <summary>A draft with what an editor said of it.</summary>
    public ReleaseDraft Override(ReleaseDraft draft, ReleaseOverride? said)
    {
        if (said is null)
            return draft;
        var date = draft.Date;
        if (said.Date is not null && ReleaseDate.TryParse(said.Date, out var typed))
            date = typed with { Basis = DateBasis.Editor, Confidence = 1, Note = said.DateNote };
        var edited = draft with
        {
            Headline = string.IsNullOrWhiteSpace(said.Headline) ? draft.Headline : said.Headline.Trim(),
            HeadlineBasis = string.IsNullOrWhiteSpace(said.Headline) ? draft.HeadlineBasis : HeadlineBasis.Editor,
            Standfirst = said.Standfirst ?? draft.Standfirst,
            Dateline = said.Dateline ?? draft.Dateline,
            Date = date,
            Themes = said.Themes is null ? draft.Themes : [.. said.Themes.Where(s => settings.Themes.Any(t => t.Slug == s)).Select(s => draft.Themes.FirstOrDefault(f => f.Slug == s) ?? new FoundTheme(s, 1, []))],
            Contacts = said.Contacts is null ? draft.Contacts : [.. said.Contacts.Select(c => Typed(c, draft))],
        };
        var doubts = Doubts(edited);
        if (edited.HeadlineBasis != HeadlineBasis.Editor && draft.Unsure.Contains(SameHeadline))
            doubts.Add(SameHeadline);
        return edited with { Unsure = doubts };
    }

    private static FoundContact Typed(ContactOverride contact, ReleaseDraft draft)
    {
        var found = draft.Contacts.FirstOrDefault(c => string.Equals(c.Name, contact.Name, StringComparison.OrdinalIgnoreCase));
        var other = contact.OtherPhone is null ? found?.OtherPhone : Number(contact.OtherPhone, draft);
        return new(contact.Name.Trim(), contact.Role, contact.Office, Number(contact.Phone, draft), other, contact.Email, found?.Line ?? draft.EndLine);
    }

    /// <summary>A number that was not touched keeps the form that the import found for it: it may rest on the country of the page.</summary>
    private static PhoneNumber? Number(string? typed, ReleaseDraft draft) =>
        draft.Contacts.SelectMany(c => new[] { c.Phone, c.OtherPhone }).FirstOrDefault(n => n is { } number && number.AsWritten == typed?.Trim()) ?? PhoneNumber.FromInput(typed);

    private List<FoundTheme> WithTags(IReadOnlyList<FoundTheme> found, FrontMatter matter)
    {
        // "themes" is the newsroom's own word: what editors tagged is neither more nor less.
        var themes = matter.Values.ContainsKey("themes") ? [] : found.ToList();
        foreach (var tag in matter.List("themes", "theme", "tags", "categories", "topics", "keywords"))
        {
            var slug = Slug.From(tag, "theme").Value;
            var theme = settings.Themes.FirstOrDefault(t => t.Slug == slug || string.Equals(t.Name, tag, StringComparison.OrdinalIgnoreCase));
            if (theme is not null && themes.All(t => t.Slug != theme.Slug))
                themes.Add(new(theme.Slug, 1, [new(1, tag)]));
        }

        return themes;
    }

    private static IEnumerable<FoundContact> MatterContacts(SourceDocument document, FrontMatter matter)
    {
        foreach (var map in matter.Maps("contacts").Concat(matter.Maps("contact")))
        {
            if (map.GetValueOrDefault("name") is not { Length: > 0 } name)
                continue;
            var phone = PhoneNumber.FromInput(map.GetValueOrDefault("phone") ?? map.GetValueOrDefault("tel") ?? map.GetValueOrDefault("telephone"));
            var other = PhoneNumber.FromInput(map.GetValueOrDefault("other_phone") ?? map.GetValueOrDefault("mobile"));
            var line = document.Lines.FirstOrDefault(l => l.Text.Contains(name, StringComparison.Ordinal))?.Number ?? 1;
            yield return new(name, map.GetValueOrDefault("role"), map.GetValueOrDefault("office") ?? map.GetValueOrDefault("organisation"), phone, other, map.GetValueOrDefault("email"), line);
        }
    }

    private static List<FoundContact> Merge(IReadOnlyList<FoundContact> found, IEnumerable<FoundContact> more) =>
        [.. more.Concat(found).GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.First())];

    private static int? LineOf(SourceDocument document, params string[] keys) =>
        document.Lines.FirstOrDefault(l => keys.Any(k => l.Text.StartsWith(k, StringComparison.OrdinalIgnoreCase)))?.Number;

    /// <summary>Leaves out date lines before a release and separators and navigation around it.</summary>
    private static (int First, int Last) Trim(Page page, Segment segment)
    {
        var (first, last) = (segment.First, segment.Last);
        while (first <= last && page.Is(first, Traits.DateLine | Traits.MetaLine | Traits.Separator | Traits.Navigation) && page.BlockStart(first) < 0 && !page.Is(first, Traits.ReleaseMarker))
            first++;
        while (last >= first && page.Is(last, Traits.Separator | Traits.Navigation) && !page.Is(last, Traits.EndMark))
            last--;
        return (first, last);
    }

    private static ReleaseText Text(Page page, int first, int last, string pageLanguage, Segment? segment = null)
    {
        var (title, lead) = HeadingCuts.Locate(page, first, last) ?? HeadlineExtractor.Locate(page, first, last);
        var language = LanguageDetector.Detect(CollectionsMarshal.AsSpan(page.Paragraphs)[first..(last + 1)], pageLanguage);
        return new(page, first, last, language) { Head = segment?.First ?? first, Own = segment?.Own ?? first, Title = title, Lead = lead };
    }

    private ReleaseDraft Draft(ReleaseText text, Cut cut, ReleaseDate date, int index, string? country)
    {
        var (headline, basis) = HeadlineExtractor.Headline(text);
        var dateline = DatelineReader.Read(text[text.Lead].Text);
        if (dateline is not null && dateline.Length >= text[text.Lead].Text.Length)
            dateline = null;
        var gaps = LinkedText.WithoutLinks(text, GapExtractor.Find(text));
        // A gap is mended where its marker stands: what has one stays in the body.
        if (gaps.Exists(g => text.IsBoilerplate(g.Paragraph)))
            text.Boilerplate = [];
        var draft = new ReleaseDraft
        {
            Index = index,
            StartLine = text[text.Top].StartLine,
            EndLine = text[text.Last].EndLine,
            Cut = cut,
            Language = text.Language,
            Headline = headline,
            HeadlineBasis = basis,
            Standfirst = LinkedText.Subtitle(text),
            Dateline = dateline?.Place,
            Date = date,
            Body = BodyComposer.Compose(text, gaps, dateline?.Length ?? 0),
            Boilerplate = BoilerplateFinder.TextOf(text),
            Contacts = LinkedText.WithAddresses(text, ContactExtractor.Find(text, country)),
            Themes = _themes.Find(text),
            Quotes = QuoteExtractor.Find(text),
            Gaps = [.. gaps.Select(g => g.Gap)],
            Embargo = EmbargoReader.Find(text),
            Fingerprint = FingerprintMaker.Of(text.Page, text.First, text.Last),
        };
        return draft with { Unsure = Doubts(draft) };
    }

    private static List<string> Doubts(ReleaseDraft draft)
    {
        var doubts = new List<string>();
        if (draft.Cut.Confidence < SureCut)
            doubts.Add("Check where this release begins: the cut before it is not sure.");
        if (draft.HeadlineBasis == HeadlineBasis.Text && !draft.Headline.AsSpan().Trim().Contains(' '))
            doubts.Add("Check the headline: it is one word.");
        if (draft.Date.Precision == DatePrecision.Unknown)
            doubts.Add("Find its date: nothing in the text gives one.");
        else if (draft.Date.Note is { } note)
            doubts.Add("Check the date: " + note);
        else if (draft.Date.Basis == DateBasis.Neighbours)
            doubts.Add("Check the date: it comes from the releases around this one.");
        else if (draft.Date.Basis == DateBasis.Page)
            doubts.Add("Check the date: it comes from the head of the page.");
        if (draft.Embargo is not null)
            doubts.Add("Confirm the embargo before it is published.");
        return doubts;
    }
}
