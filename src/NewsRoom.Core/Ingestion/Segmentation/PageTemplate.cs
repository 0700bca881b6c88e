namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// What a site sets around each of its texts, found by comparing the short lines between two texts with those over the first and under the last: what ends as the lines over the first text do is the head
/// of the next release, and what begins as the lines under the last one do is the tail of the one before. No words of a content system need be known for it.
/// </summary>
internal sealed class PageTemplate
{
    /// <summary>A paragraph of so many characters is text.</summary>
    private const int ShortestText = 120;

    /// <summary>So is a sentence of so many characters.</summary>
    private const int ShortestSentence = 60;

    /// <summary>More short lines than this between two texts are a list and no frame.</summary>
    private const int MostLines = 16;

    /// <summary>So many lines over the first text, and under the last, may be of its own frame.</summary>
    private const int MostOver = 6, MostUnder = 4;

    private const string Plain = "h", Contact = "C", Rule = "E", Marker = "M", Dated = "D:";

    private readonly List<(int First, int Last)> _heads = [];
    private readonly List<(int First, int Last)> _tails = [];
    private readonly List<int> _repeats = [];

    private PageTemplate()
    {
    }

    /// <summary>The lines over each text that the template holds for: the first and the last of them.</summary>
    public IReadOnlyList<(int First, int Last)> Heads => _heads;

    /// <summary>The lines under each such text, the last one's included.</summary>
    public IReadOnlyList<(int First, int Last)> Tails => _tails;

    /// <summary>Those among them that say the same under each text, and so nothing of any.</summary>
    public IReadOnlyList<int> Repeats => _repeats;

    /// <summary>The template of a page; null when its lines show none.</summary>
    public static PageTemplate? Read(Page page)
    {
        var runs = Runs(page);
        if (runs.Count < 3)
            return null;
        var signs = Signs(page, runs);
        var (top, bottom) = (signs[0], signs[^1]);
        var between = signs.GetRange(1, signs.Count - 2).FindAll(IsMarked);
        if (between.Count == 0 || top.Count == 0)
            return null;
        var head = HeadLength(top, between);
        if (head == 0)
            return null;
        var matched = between.FindAll(run => Ends(run, top, head));
        var tail = TailLength(matched, bottom, head);
        if (!IsHead([.. top.Skip(top.Count - head).Select(s => s.Name)], matched, head, tail))
            return null;
        var template = new PageTemplate();
        template._heads.Add((top[^head].First, top[^1].Last));
        foreach (var run in matched)
        {
            template._heads.Add((run[^head].First, run[^1].Last));
            template.Close(run.Take(run.Count - head));
        }

        template.Close(bottom.Take(tail));
        return template;
    }

    /// <summary>
    /// What is marked before the head would mark the next release as well, unless the last text too has it under it; a head that is dated leaves no doubt but about a date of the same kind.
    /// Plain lines, and captions and labels, are heads only where something closes the text before them.
    /// </summary>
    private static bool IsHead(List<string> names, List<List<Sign>> matched, int head, int tail)
    {
        var plain = names.TrueForAll(n => !IsMark(n));
        foreach (var run in matched)
        {
            foreach (var sign in run.Take(run.Count - head).Skip(tail))
            {
                if (plain ? IsMark(sign.Name) : sign.Name == Marker || (IsDated(sign.Name) && (names.Contains(sign.Name) || !names.Exists(IsDated))))
                    return false;
            }

            if (run.Count == head && !names.Exists(n => n is Marker || IsDated(n)) && (plain || !names.Contains(Plain)))
                return false;
        }

        return true;
    }

    private static bool IsDated(string name) => name.StartsWith(Dated, StringComparison.Ordinal);

    private void Close(IEnumerable<Sign> tail)
    {
        foreach (var sign in tail)
        {
            _tails.Add((sign.First, sign.Last));
            if (sign.Name[0] == '=')
                _repeats.Add(sign.First);
        }
    }

    /// <summary>The short lines over the first text, between each two, and under the last one.</summary>
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
        page.BlockStart(at) < 0 && !page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator | Traits.Navigation | Traits.PhotoCredit | Traits.EventCard | Traits.ReleaseMarker | Traits.Embargo)
        && (page[at].Text.Length >= ShortestText || (page[at].Text.Length >= ShortestSentence && page[at].Text[^1] is '.' or '!' or '?' or '”' or '"'));

    /// <summary>What each line of the runs is, by its kind or by words that come again.</summary>
    private static List<List<Sign>> Signs(Page page, List<(int First, int End)> runs)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var run = 0; run < runs.Count; run++)
        {
            // The lists in a header and a footer name the page's headlines once more.
            var (first, end) = (run == 0 ? Math.Max(runs[run].First, runs[run].End - MostOver) : runs[run].First, run == runs.Count - 1 ? Math.Min(runs[run].First + MostUnder, Math.Min(runs[run].End, page.Foot)) : runs[run].End);
            for (var i = first; i < end; i++)
            {
                foreach (var name in Names(page, i))
                    counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        var signs = new List<List<Sign>>(runs.Count);
        foreach (var (first, end) in runs)
        {
            var run = new List<Sign>();
            for (var i = first; i < end; i++)
            {
                var name = Names(page, i).Where(n => counts.GetValueOrDefault(n) > 1).MaxBy(n => counts[n]) ?? Kind(page, i);
                if (run.Count > 0 && run[^1].Name == name && name is Contact or Rule)
                    run[^1] = run[^1] with { Last = i };
                else
                    run.Add(new(name, i, i));
            }

            signs.Add(run);
        }

        return signs;
    }

    /// <summary>The names under which a line may come again, the most telling first; it bears the one that comes most.</summary>
    private static IEnumerable<string> Names(Page page, int at)
    {
        if (page.BlockStart(at) >= 0 || page.Is(at, Traits.Separator | Traits.EndMark))
            yield break;
        var (text, words) = (page[at].Text, page[at].Words);
        if (words.Length == 0)
            yield break;
        var first = words[0].Is(WordTraits.Number | WordTraits.Month) || Lexicon.TimeNouns.Contains(words[0].Key) ? "" : text[words[0].Start..words[0].End].ToUpperInvariant();
        if (page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun))
        {
            yield return Dated + first;
            yield break;
        }

        yield return "=" + WithoutNumbers(text);
        if (text.AsSpan(words[0].End).TrimStart(' ') is [':', ..])
            yield return "L" + first;
        if (words.Length > 2)
            yield return "2" + first + text[words[1].Start..words[1].End].ToUpperInvariant();
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

    private static string Kind(Page page, int at)
    {
        if (page.BlockStart(at) >= 0)
            return Contact;
        if (page.Is(at, Traits.Separator | Traits.EndMark))
            return Rule;
        if (page.Is(at, Traits.DateLine | Traits.MetaLine))
            return Dated;
        return page.Is(at, Traits.LabelRun) ? "R" : page.Is(at, Traits.ReleaseMarker | Traits.Embargo) ? Marker : page.Is(at, Traits.PhotoCredit) ? "P" : page.Is(at, Traits.EventCard) ? "V"
            : page.Is(at, Traits.Bullet | Traits.Numbered | Traits.Footnote) ? "U" : page.Is(at, Traits.NotesHeading | Traits.AboutHeading) ? "N" : Plain;
    }

    /// <summary>Whether something else than a headline or a list tells what a line is.</summary>
    private static bool IsMark(string name) => name is not (Plain or Contact or Rule or "U" or "V" or "N");

    private static bool IsMarked(List<Sign> run) => run.Count is > 0 and <= MostLines && run.Exists(s => IsMark(s.Name) || s.Name is Rule);

    private static bool Ends(List<Sign> run, List<Sign> top, int length)
    {
        if (run.Count < length || top.Count < length)
            return false;
        for (var i = 1; i <= length; i++)
        {
            if (run[^i].Name != top[^i].Name)
                return false;
        }

        return true;
    }

    /// <summary>How many of the last lines over the first text come again over most of the others. A single other one is no measure for more than one plain line.</summary>
    private static int HeadLength(List<Sign> top, List<List<Sign>> between)
    {
        var best = 0;
        for (var length = 1; length <= Math.Min(top.Count, MostLines); length++)
        {
            var count = between.Count(run => Ends(run, top, length));
            if (count * 5 < between.Count * 3)
                break;
            if (count == 1 && top.Skip(top.Count - length).Count(s => s.Name is Plain) > 1)
                break;
            best = length;
        }

        return best;
    }

    /// <summary>How many of the first lines under the last text stand under most of the others.</summary>
    private static int TailLength(List<List<Sign>> matched, List<Sign> bottom, int head)
    {
        var best = 0;
        for (var length = 1; length <= bottom.Count; length++)
        {
            var count = matched.Count(run => run.Count - head >= length && Enumerable.Range(0, length).All(i => run[i].Name == bottom[i].Name));
            if (count == 0 || count * 2 < matched.Count)
                break;
            best = length;
        }

        return best;
    }

    /// <param name="Name">What the line is: the same for lines that come again.</param>
    private readonly record struct Sign(string Name, int First, int Last);
}
