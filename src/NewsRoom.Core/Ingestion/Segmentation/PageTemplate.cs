namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// What a site sets around each of its texts, found by comparing the short lines between two texts with those over the first and under the last: what ends as the lines over the first text do is the head
/// of the next release, and what begins as the lines under the last one do is the tail of the one before. No words of a content system need be known for it.
/// </summary>
internal sealed class PageTemplate
{
    /// <summary>More short lines than this between two texts are a list and no frame.</summary>
    private const int MostLines = 16;

    /// <summary>So many lines over the first text, and under the last, may be of its own frame.</summary>
    private const int MostOver = 6, MostUnder = 4;

    private const string Plain = "h", Contact = "C", Rule = "E", Marker = "M", Dated = "D:";

    private readonly List<(int First, int Last)> _heads = [];
    private readonly List<(int First, int Last)> _tails = [];
    private readonly List<int> _repeats = [];
    private readonly HashSet<string> _tailNames = new(StringComparer.Ordinal);
    private int _closed;

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
        var anchor = Anchor(top, between);
        var marked = between.FindAll(run => At(run, anchor) >= 0);
        var reach = Reach(top, marked, anchor);
        if (reach == 0 || (anchor == Plain && marked.Exists(run => run.Count > 1 && run[^2].IsSoft)) || Loses(page, top[^reach].First))
            return TailsAlone(page, between, bottom);
        var under = bottom.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var template = new PageTemplate();
        template._heads.Add((top[^reach].First, top[^1].Last));
        foreach (var run in marked)
        {
            var head = Math.Min(reach - (top.Count - At(top, anchor)), Agreement(top, run, anchor)) + run.Count - At(run, anchor);
            if (!IsHead(run, head, anchor, under))
                continue;
            template._heads.Add((run[^head].First, run[^1].Last));
            template.Close(run.Take(run.Count - head));
        }

        if (template._heads.Count - 1 < (marked.Count + 1) / 2)
            return TailsAlone(page, between, bottom);
        var known = marked.SelectMany(run => run).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        template.Close(bottom.TakeWhile(s => IsMark(s.Name) && known.Contains(s.Name)));
        template.CloseOthers(page, between.Except(marked), template._tailNames);
        return template;
    }

    /// <summary>Where nothing stands over the texts: the lines that stand under the last one and under most of the others; null where none do.</summary>
    private static PageTemplate? TailsAlone(Page page, List<List<Sign>> between, List<Sign> bottom)
    {
        var under = bottom.SkipWhile(s => s.Name is Contact or Rule).TakeWhile(s => IsMark(s.Name)).ToList();
        var template = new PageTemplate();
        template.CloseOthers(page, between, [.. under.Select(s => s.Name)]);
        if (template._tails.Count == 0 || template._closed < FewestTails || template._closed * 2 < between.Count)
            return null;
        template.Close(under.TakeWhile(s => between.Exists(run => run.Exists(other => other.Name == s.Name))));
        return template;
    }

    /// <summary>So many texts besides the last must be closed alike where no text has a head.</summary>
    private const int FewestTails = 2;

    /// <summary>Closes texts under which little but lines of known names stands: the next text begins right behind them, or its headline.</summary>
    private void CloseOthers(Page page, IEnumerable<List<Sign>> runs, HashSet<string> names)
    {
        foreach (var run in runs)
        {
            var lines = run.SkipWhile(s => s.Name is Contact or Rule).ToList();
            var end = lines.FindLastIndex(s => names.Contains(s.Name)) + 1;
            if (end == 0 || lines.Take(end).Count(s => !names.Contains(s.Name)) * 2 > end || page.Is(lines[^1].Last + 1, Traits.LooksBack | Traits.StartsLow) || !(end == lines.Count || IsHeadline(lines, end)))
                continue;
            Close(lines.Take(end));
            _closed++;
            if (end < lines.Count)
                _heads.Add((lines[end].First, lines[end].Last));
        }

        static bool IsHeadline(List<Sign> lines, int at) => at == lines.Count - 1 && at > 1 && lines[at] is { Name: Plain, IsSoft: true };
    }

    /// <summary>Whether something that belongs to a release stands over the first head.</summary>
    private static bool Loses(Page page, int head)
    {
        for (var i = page.First; i < head; i++)
        {
            if (page.BlockStart(i) >= 0 || page.Is(i, Traits.ReleaseMarker | Traits.Embargo | Traits.DateLine | Traits.MetaLine | Traits.EventCard | Traits.EndMark) || page[i].Text.Length >= Page.ShortestText)
                return true;
        }

        return false;
    }

    /// <summary>The sign that most runs have in common with the lines over the first text, a date or a marker before others; <see cref="Plain"/> where they have none.</summary>
    private static string Anchor(List<Sign> top, List<List<Sign>> between) =>
        top.TakeLast(MostOver).Select(s => s.Name).Where(n => IsMark(n) && between.Exists(run => At(run, n) >= 0)).OrderByDescending(n => between.Count(run => At(run, n) >= 0))
            .ThenByDescending(n => n == Marker || IsDated(n)).FirstOrDefault(Plain);

    /// <summary>Where the anchor stands in a run: the last such sign; -1 where it does not, or too far from the text. Without one the last line is it.</summary>
    private static int At(List<Sign> run, string anchor)
    {
        var at = run.FindLastIndex(s => s.Name == anchor);
        return at >= 0 && run.Count - at <= (anchor == Plain ? 1 : MostOver) ? at : -1;
    }

    /// <summary>How many lines right over the anchor are alike in a run and over the first text.</summary>
    private static int Agreement(List<Sign> top, List<Sign> run, string anchor)
    {
        var (a, b, count) = (At(top, anchor), At(run, anchor), 0);
        while (count < a && count < b && IsAlike(top[a - count - 1], run[b - count - 1]))
            count++;
        return count;
    }

    private static bool IsAlike(Sign a, Sign b) => (a.IsSoft && b.IsSoft) || (a.Name == b.Name && a.Name is not (Plain or Rule));

    /// <summary>How many of the last lines over the first text are its head: those that come again over most of the others. A single other one is no measure for more than one plain line.</summary>
    private static int Reach(List<Sign> top, List<List<Sign>> marked, string anchor)
    {
        var at = At(top, anchor);
        if (marked.Count == 0 || at < 0)
            return 0;
        var over = 0;
        while (over < Math.Min(at, MostLines) && marked.Count(run => Agreement(top, run, anchor) > over) * 5 >= marked.Count * 3)
        {
            if (marked.Count == 1 && top.Skip(at - over - 1).Count(s => s.Name is Plain) > 1)
                break;
            over++;
        }

        return over + top.Count - at;
    }

    /// <summary>
    /// Whether the last lines of a run are a head. What is marked before them would mark the next release as well, unless it stands under the last text too; a head that is dated leaves no doubt but about a
    /// date of the same kind. Plain lines, and captions and labels, are heads only where something closes the text before them.
    /// </summary>
    private static bool IsHead(List<Sign> run, int head, string anchor, HashSet<string> under)
    {
        var plain = anchor == Plain;
        var dated = run.TakeLast(head).Any(s => IsDated(s.Name));
        foreach (var sign in run.Take(run.Count - head))
        {
            if (!under.Contains(sign.Name) && (plain ? IsMark(sign.Name) : sign.Name == Marker || (IsDated(sign.Name) && (!dated || sign.Name == anchor))))
                return false;
        }

        return run.Count > head || anchor == Marker || IsDated(anchor) || (!plain && run.TakeLast(head).Any(s => s.IsSoft));
    }

    private static bool IsDated(string name) => name.StartsWith(Dated, StringComparison.Ordinal);

    private void Close(IEnumerable<Sign> tail)
    {
        foreach (var sign in tail)
        {
            _tails.Add((sign.First, sign.Last));
            if (IsMark(sign.Name))
                _tailNames.Add(sign.Name);
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
        page.BlockStart(at) < 0 && !page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator | Traits.Navigation | Traits.PhotoCredit | Traits.ReleaseMarker | Traits.Embargo)
        && (page.Is(at, Traits.EventCard) || page.IsText(at));

    /// <summary>What each line of the runs is, by its kind or by words that come again.</summary>
    private static List<List<Sign>> Signs(Page page, List<(int First, int End)> runs)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<int, string[]>();
        string[] Of(int at) => names.TryGetValue(at, out var known) ? known : names[at] = [.. Names(page, at)];
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
        var over = Enumerable.Range(Math.Max(0, runs[0].End - MostOver), Math.Min(runs[0].End, MostOver)).SelectMany(Of).ToHashSet(StringComparer.Ordinal);
        var signs = new List<List<Sign>>(runs.Count);
        foreach (var (first, end) in runs)
        {
            var run = new List<Sign>();
            for (var i = first; i < end; i++)
            {
                var name = Of(i).Where(n => counts.GetValueOrDefault(n) > 1).MaxBy(n => counts[n]) ?? Kind(page, i);
                if (run.Count > 0 && run[^1].Name == name && (name is Rule || (name is Contact && page.BlockStart(i) == page.BlockStart(run[^1].First))))
                    run[^1] = run[^1] with { Last = i };
                else
                    run.Add(new(name, i, i, !page.Is(i, Traits.LinkLine) && !char.IsLower(page[i].Text[0]) && (page.Is(i, Traits.TitleLike) || page[i].Text[^1] is not ('.' or ',' or ';')) && (name == Plain || (name[0] == '=' && (over.Contains(name) || counts[name] * 2 <= runs.Count)))));
            }

            signs.Add(run);
        }

        return signs;
    }

    /// <summary>The names under which a line may come again, the most telling first; it bears the one that comes most.</summary>
    private static IEnumerable<string> Names(Page page, int at)
    {
        if (page.BlockStart(at) >= 0 || page.Is(at, Traits.Separator | Traits.EndMark | Traits.ReleaseMarker | Traits.Embargo))
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
        if (page.Is(at, Traits.DateLine | Traits.MetaLine | Traits.LabelRun) && Names(page, at).FirstOrDefault(IsDated) is { } dated)
            return Lexicon.DateLabels.Contains(page[at].Words[0].Key) ? dated : Dated;
        return page.Is(at, Traits.Byline) ? "B" : page.Is(at, Traits.ReleaseMarker | Traits.Embargo) ? Marker : page.Is(at, Traits.PhotoCredit) ? "P" : page.Is(at, Traits.EventCard) ? "V"
            : page.Is(at, Traits.Bullet | Traits.Numbered | Traits.Footnote) ? "U" : page.Is(at, Traits.NotesHeading | Traits.AboutHeading) ? "N" : Plain;
    }

    /// <summary>Whether something else than a headline or a list tells what a line is.</summary>
    private static bool IsMark(string name) => name is not (Plain or Contact or Rule or "U" or "V" or "N");

    private static bool IsMarked(List<Sign> run) => run.Count is > 0 and <= MostLines && run.Exists(s => IsMark(s.Name) || s.Name is Rule);

    /// <param name="Name">What the line is: the same for lines that come again.</param>
    /// <param name="IsSoft">Whether it is a headline, a category, an author or a caption, as far as its place tells.</param>
    private readonly record struct Sign(string Name, int First, int Last, bool IsSoft);
}
