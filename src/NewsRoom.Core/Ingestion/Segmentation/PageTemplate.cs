namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// What a site sets around each of its texts, found by comparing the short lines between two texts with those over the first and under the last: what ends as the lines over the first text do is the head
/// of the next release, and what begins as the lines under the last one do is the tail of the one before. No words of a content system need be known for it.
/// </summary>
internal sealed class PageTemplate
{
    /// <summary>More short lines than this between two texts are a list and no frame.</summary>
    private const int MostLines = 16;

    private static readonly LineName Plain = new(LineKind.Plain);

    private readonly List<(int First, int Last)> _heads = [];
    private readonly List<(int First, int Last)> _tails = [];
    private readonly List<int> _repeats = [];
    private readonly HashSet<LineName> _tailNames = [];
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
        var runs = TemplateLines.Read(page);
        if (runs.Count < 3)
            return null;
        var (top, bottom) = (runs[0], runs[^1]);
        var between = runs.GetRange(1, runs.Count - 2).FindAll(IsMarked);
        if (between.Count == 0 || top.Count == 0)
            return null;
        var anchor = Anchor(top, between);
        var marked = between.FindAll(run => At(run, anchor) >= 0);
        var reach = Reach(top, marked, anchor);
        if (reach == 0 || (anchor == Plain && marked.Exists(run => run.Count > 1 && run[^2].IsSoft)) || Loses(page, top[^reach].First))
            return TailsAlone(page, between, bottom);
        var under = bottom.Select(s => s.Name).ToHashSet();
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
        var known = marked.SelectMany(run => run).Select(s => s.Name).ToHashSet();
        template.Close(bottom.TakeWhile(s => s.Name.IsMark && known.Contains(s.Name)));
        template.CloseOthers(page, between.Except(marked), template._tailNames);
        return template;
    }

    /// <summary>Where nothing stands over the texts: the lines that stand under the last one and under most of the others; null where none do.</summary>
    private static PageTemplate? TailsAlone(Page page, List<List<TemplateLine>> between, List<TemplateLine> bottom)
    {
        var under = bottom.SkipWhile(s => s.Name.IsPassedOver).TakeWhile(s => s.Name.IsMark).Take(MostLines).ToList();
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
    private void CloseOthers(Page page, IEnumerable<List<TemplateLine>> runs, HashSet<LineName> names)
    {
        foreach (var run in runs)
        {
            var lines = run.SkipWhile(s => s.Name.IsPassedOver).ToList();
            var end = lines.FindLastIndex(s => names.Contains(s.Name)) + 1;
            if (end == 0 || lines.Take(end).Count(s => !names.Contains(s.Name)) * 2 > end || page.Is(lines[^1].Last + 1, Traits.LooksBack | Traits.StartsLow) || !(end == lines.Count || IsHeadline(lines, end)))
                continue;
            Close(lines.Take(end));
            _closed++;
            if (end < lines.Count)
                _heads.Add((lines[end].First, lines[end].Last));
        }

        static bool IsHeadline(List<TemplateLine> lines, int at) => at == lines.Count - 1 && at > 1 && lines[at] is { Name.Kind: LineKind.Plain, IsSoft: true };
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
    private static LineName Anchor(List<TemplateLine> top, List<List<TemplateLine>> between) =>
        top.TakeLast(TemplateLines.MostOver).Select(s => s.Name).Where(n => n.IsMark && between.Exists(run => At(run, n) >= 0)).OrderByDescending(n => between.Count(run => At(run, n) >= 0))
            .ThenByDescending(n => n.Kind is LineKind.Marker or LineKind.Dated).FirstOrDefault(Plain);

    /// <summary>Where the anchor stands in a run: the last such sign; -1 where it does not, or too far from the text. Without one the last line is it.</summary>
    private static int At(List<TemplateLine> run, LineName anchor)
    {
        var at = run.FindLastIndex(s => s.Name == anchor);
        return at >= 0 && run.Count - at <= (anchor == Plain ? 1 : TemplateLines.MostOver) ? at : -1;
    }

    /// <summary>How many lines right over the anchor are alike in a run and over the first text.</summary>
    private static int Agreement(List<TemplateLine> top, List<TemplateLine> run, LineName anchor)
    {
        var (a, b, count) = (At(top, anchor), At(run, anchor), 0);
        while (count < a && count < b && IsAlike(top[a - count - 1], run[b - count - 1]))
            count++;
        return count;
    }

    private static bool IsAlike(TemplateLine a, TemplateLine b) => (a.IsSoft && b.IsSoft) || (a.Name == b.Name && a.Name.Kind is not (LineKind.Plain or LineKind.Rule));

    /// <summary>How many of the last lines over the first text are its head: those that come again over most of the others. A single other one is no measure for more than one plain line.</summary>
    private static int Reach(List<TemplateLine> top, List<List<TemplateLine>> marked, LineName anchor)
    {
        var at = At(top, anchor);
        if (marked.Count == 0 || at < 0)
            return 0;
        var over = 0;
        while (over < Math.Min(at, MostLines) && marked.Count(run => Agreement(top, run, anchor) > over) * 5 >= marked.Count * 3)
        {
            if (marked.Count == 1 && top.Skip(at - over - 1).Count(s => s.Name.Kind == LineKind.Plain) > 1)
                break;
            over++;
        }

        return over + top.Count - at;
    }

    /// <summary>
    /// Whether the last lines of a run are a head. What is marked before them would mark the next release as well, unless it stands under the last text too; a head that is dated leaves no doubt but about a
    /// date of the same kind. Plain lines, and captions and labels, are heads only where something closes the text before them.
    /// </summary>
    private static bool IsHead(List<TemplateLine> run, int head, LineName anchor, HashSet<LineName> under)
    {
        var plain = anchor == Plain;
        var dated = run.TakeLast(head).Any(s => s.Name.Kind == LineKind.Dated);
        foreach (var sign in run.Take(run.Count - head))
        {
            if (!under.Contains(sign.Name) && (plain ? sign.Name.IsMark : sign.Name.Kind == LineKind.Marker || (sign.Name.Kind == LineKind.Dated && (!dated || sign.Name == anchor))))
                return false;
        }

        return run.Count > head || anchor.Kind is LineKind.Marker or LineKind.Dated || (!plain && run.TakeLast(head).Any(s => s.IsSoft));
    }

    private static bool IsMarked(List<TemplateLine> run) => run.Count is > 0 and <= MostLines && run.Exists(s => s.Name.IsMark || s.Name.Kind == LineKind.Rule);

    private void Close(IEnumerable<TemplateLine> tail)
    {
        foreach (var sign in tail)
        {
            _tails.Add((sign.First, sign.Last));
            if (sign.Name.IsMark)
                _tailNames.Add(sign.Name);
            if (sign.Name.Kind == LineKind.Same)
                _repeats.Add(sign.First);
        }
    }
}
