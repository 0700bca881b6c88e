namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What a short line around the texts of a page is.</summary>
internal enum LineKind
{
    /// <summary>Nothing tells: a headline, a category, anything.</summary>
    Plain,
    Contact,

    /// <summary>A rule, buttons, "ENDS".</summary>
    Rule,
    Marker,
    Dated,
    Byline,
    Caption,

    /// <summary>A line of an event card.</summary>
    Card,
    Item,
    Notes,

    /// <summary>The same words as other lines, numbers apart.</summary>
    Same,

    /// <summary>The same label as other lines, before a colon.</summary>
    Label,

    /// <summary>The same two first words as other lines.</summary>
    Opening,
}

/// <summary>Under what a line may come again.</summary>
/// <param name="Words">What it shares with others of its kind; empty where the kind alone tells.</param>
internal readonly record struct LineName(LineKind Kind, string Words = "")
{
    /// <summary>Whether something else than a headline or a list tells what the line is.</summary>
    public bool IsMark => Kind is not (LineKind.Plain or LineKind.Contact or LineKind.Rule or LineKind.Item or LineKind.Card or LineKind.Notes);

    /// <summary>Whether the line tells nothing of the text over it.</summary>
    public bool IsPassedOver => Kind is LineKind.Contact or LineKind.Rule;
}

/// <summary>A line around the texts, or several right under one another that are alike.</summary>
/// <param name="First">Index of its first paragraph.</param>
/// <param name="Last">Index of its last one.</param>
/// <param name="IsSoft">Whether it is a headline, a category, an author or a caption, as far as its place tells.</param>
internal readonly record struct TemplateLine(LineName Name, int First, int Last, bool IsSoft);

/// <summary>Reads the short lines between the texts of a page, and names those that come again by what they share.</summary>
internal static class TemplateLines
{
    /// <summary>So many lines over the first text, and under the last, may be of its own frame.</summary>
    public const int MostOver = 6, MostUnder = 4;

    /// <summary>The lines over the first text, between each two, and under the last one; fewer than three where the page has one text.</summary>
    public static List<List<TemplateLine>> Read(Page page)
    {
        var runs = Runs(page);
        return runs.Count < 3 ? [] : Named(page, runs);
    }

    private static List<(int First, int End)> Runs(Page page)
    {
        var runs = new List<(int First, int End)>();
        var first = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (!IsText(page, i))
                continue;
            if (runs.Count == 0 || i > first)
                runs.Add((first, i));
            first = i + 1;
        }

        runs.Add((first, page.Count));
        return runs;
    }

    private static bool IsText(Page page, int at) =>
        page.BlockStart(at) < 0 && !page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator | Traits.Navigation | Traits.PhotoCredit | Traits.ReleaseMarker | Traits.Embargo)
        && (page.Is(at, Traits.EventCard) || page.IsText(at));

    private static List<List<TemplateLine>> Named(Page page, List<(int First, int End)> runs)
    {
        var counts = new Dictionary<LineName, int>();
        var names = new Dictionary<int, LineName[]>();
        LineName[] Of(int at) => names.TryGetValue(at, out var known) ? known : names[at] = [.. Names(page, at)];
        for (var run = 0; run < runs.Count; run++)
        {
            // The lists in a header and a footer name the page's headlines once more.
            var (first, end) = (run == 0 ? Math.Max(runs[run].First, runs[run].End - MostOver) : runs[run].First, run == runs.Count - 1 ? Math.Min(runs[run].First + MostUnder, Math.Min(runs[run].End, page.Foot)) : runs[run].End);
            for (var i = first; i < end; i++)
            {
                foreach (var name in Of(i))
                    counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        // A category or an author that comes again stands over the first text already, or over few others; what closes texts does not.
        var over = Enumerable.Range(Math.Max(0, runs[0].End - MostOver), Math.Min(runs[0].End, MostOver)).SelectMany(Of).ToHashSet();
        bool IsSoft(int at, LineName name) =>
            !EndsInLink(page[at]) && !char.IsLower(page[at].Text[0]) && (page.Is(at, Traits.TitleLike) || page[at].Text[^1] is not ('.' or ',' or ';'))
            && (name.Kind == LineKind.Plain || (name.Kind == LineKind.Same && (over.Contains(name) || counts[name] * 2 <= runs.Count)));
        var named = new List<List<TemplateLine>>(runs.Count);
        foreach (var (first, end) in runs)
        {
            var run = new List<TemplateLine>();
            for (var i = first; i < end; i++)
            {
                var known = Of(i).Where(n => counts.GetValueOrDefault(n) > 1).ToList();
                var name = known.Count > 0 ? known.MaxBy(n => counts[n]) : Alone(page, i);
                if (run.Count > 0 && run[^1].Name == name && (name.Kind == LineKind.Rule || (name.Kind == LineKind.Contact && page.BlockStart(i) == page.BlockStart(run[^1].First))))
                    run[^1] = run[^1] with { Last = i };
                else
                    run.Add(new(name, i, i, IsSoft(i, name)));
            }

            named.Add(run);
        }

        return named;
    }

    /// <summary>"Timetables and fares: click here", and not "They sailed from here: a list of names".</summary>
    private static bool EndsInLink(Paragraph paragraph)
    {
        var link = paragraph.Is(Traits.LinkLine) ? Lexicon.LinkWords.Find(paragraph.Words) : -1;
        return link >= 0 && link + Lexicon.LinkWords.MatchAt(paragraph.Words, link) == paragraph.Words.Length;
    }

    /// <summary>The names under which a line may come again, the most telling first; it bears the one that comes most.</summary>
    private static IEnumerable<LineName> Names(Page page, int at)
    {
        if (page.BlockStart(at) >= 0 || page.Is(at, Traits.Separator | Traits.EndMark | Traits.ReleaseMarker | Traits.Embargo))
            yield break;
        var (text, words) = (page[at].Text, page[at].Words);
        if (words.Length == 0)
            yield break;
        var first = words[0].Is(WordTraits.Number | WordTraits.Month) || Lexicon.TimeNouns.Contains(words[0].Key) ? "" : text[words[0].Start..words[0].End].ToUpperInvariant();
        if (page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun))
        {
            yield return new(LineKind.Dated, first);
            yield break;
        }

        yield return new(LineKind.Same, WithoutNumbers(text));
        if (text.AsSpan(words[0].End).TrimStart(' ') is [':', ..])
            yield return new(LineKind.Label, first);
        if (words.Length > 2)
            yield return new(LineKind.Opening, first + text[words[1].Start..words[1].End].ToUpperInvariant());
    }

    /// <summary>"Was this useful? Yes No | 12 reactions" is the same with any number.</summary>
    private static string WithoutNumbers(string text)
    {
        var builder = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (builder.Length == 0 || builder[^1] != '#')
                    builder.Append('#');
            }
            else if (c != ' ')
            {
                builder.Append(char.ToUpperInvariant(c));
            }
        }

        return builder.ToString();
    }

    /// <summary>The name of a line that does not come again: what its own words tell.</summary>
    private static LineName Alone(Page page, int at)
    {
        if (page.BlockStart(at) >= 0)
            return new(LineKind.Contact);
        if (page.Is(at, Traits.Separator | Traits.EndMark))
            return new(LineKind.Rule);
        if (page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun) && Names(page, at).ToList() is [{ Kind: LineKind.Dated } dated])
            return Lexicon.DateLabels.Contains(page[at].Words[0].Key) ? dated : new(LineKind.Dated);
        return new(page.Is(at, Traits.Byline) ? LineKind.Byline : page.Is(at, Traits.ReleaseMarker | Traits.Embargo) ? LineKind.Marker : page.Is(at, Traits.PhotoCredit) ? LineKind.Caption : page.Is(at, Traits.EventCard) ? LineKind.Card
            : page.Is(at, Traits.Bullet | Traits.Numbered | Traits.Footnote) ? LineKind.Item : page.Is(at, Traits.NotesHeading | Traits.AboutHeading) ? LineKind.Notes : LineKind.Plain);
    }
}
