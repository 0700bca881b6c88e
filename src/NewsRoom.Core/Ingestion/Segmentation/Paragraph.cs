namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What a paragraph is, as far as its own words tell.</summary>
[Flags]
internal enum Traits
{
    None = 0,

    /// <summary>Nothing but a date (and a label or weekday): "13/06/14", "Posted: Tuesday, April 4, 2017 - 16:33".</summary>
    DateLine = 1 << 0,

    /// <summary>A date with the name of a site or section: "IOM - News - Mar, 04/04/2017 - 11:24".</summary>
    MetaLine = 1 << 1,

    /// <summary>Labels of a content system, with or without values: "Image: Region-Country:".</summary>
    LabelRun = 1 << 2,

    /// <summary>Short, without a closing full stop: could be a headline.</summary>
    TitleLike = 1 << 3,

    /// <summary>Leads in to a contact, or holds one.</summary>
    ContactLead = 1 << 4,

    /// <summary>A line of a contact block: a label with a number or address, a name under a lead-in.</summary>
    ContactDetail = 1 << 5,

    /// <summary>Points at a lost link and names nobody.</summary>
    LinkLine = 1 << 6,

    Bullet = 1 << 7,

    Footnote = 1 << 8,

    /// <summary>"For immediate release", "PRESS RELEASE".</summary>
    ReleaseMarker = 1 << 9,

    Embargo = 1 << 10,

    /// <summary>"ENDS", "###".</summary>
    EndMark = 1 << 11,

    /// <summary>"Notes to editors".</summary>
    NotesHeading = 1 << 12,

    /// <summary>"About X".</summary>
    AboutHeading = 1 << 13,

    Byline = 1 << 14,

    PhotoCredit = 1 << 15,

    /// <summary>"WHAT:", "WHEN:", "WHERE:".</summary>
    EventCard = 1 << 16,

    /// <summary>A row of signs that parts two texts.</summary>
    Separator = 1 << 17,

    /// <summary>Begins with a word that looks back: "He", "The project", "However".</summary>
    LooksBack = 1 << 18,

    /// <summary>Begins with a dateline: "GENEVA, Switzerland, March 10, 2017 –".</summary>
    Dateline = 1 << 19,

    StartsWithQuote = 1 << 20,

    /// <summary>Begins with a small letter or a closing sign.</summary>
    StartsLow = 1 << 21,

    /// <summary>Ends without closing punctuation, or with a colon, comma or conjunction.</summary>
    EndsOpen = 1 << 22,

    /// <summary>Words of a page's frame: "News &amp; Events", "Read more", "Page 1 2 3".</summary>
    Navigation = 1 << 23,

    /// <summary>A numbered note: "1. …".</summary>
    Numbered = 1 << 24,

    /// <summary>Nothing but a month or a year: "September 2014".</summary>
    Period = 1 << 25,
}

/// <summary>A paragraph of a page: one line, or several where the source wraps its lines.</summary>
internal sealed class Paragraph(int index, int startLine, int[] lineStarts, string text, int blankLinesBefore)
{
    private Word[]? _words;
    private List<DateMention>? _dates;

    /// <summary>0-based order on the page.</summary>
    public int Index { get; set; } = index;

    /// <summary>1-based.</summary>
    public int StartLine { get; } = startLine;

    /// <summary>1-based, inclusive.</summary>
    public int EndLine => StartLine + lineStarts.Length - 1;

    public string Text { get; } = text;

    /// <summary>0 when it follows the line before directly.</summary>
    public int BlankLinesBefore { get; } = blankLinesBefore;

    public Traits Traits { get; set; }

    /// <summary>What a docx says of it beyond its words; null in a text.</summary>
    public Reading.LineMarks? Marks { get; init; }

    public Word[] Words => _words ??= Segmentation.Words.Of(Text);

    /// <summary>The dates in order, found once; not to be changed.</summary>
    /// <param name="monthFirst">As on the whole page.</param>
    public List<DateMention> Dates(bool monthFirst) => _dates ??= DateScanner.Scan(Text, Words, monthFirst);

    public bool Is(Traits traits) => (Traits & traits) != 0;

    /// <summary>The line of the source that a character of <see cref="Text"/> stands in.</summary>
    public int LineAt(int offset)
    {
        var at = Array.BinarySearch(lineStarts, offset);
        return StartLine + (at >= 0 ? at : ~at - 1);
    }
}
