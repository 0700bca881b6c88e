namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Cuts a word processor's document by its headings, where they say where its releases begin.</summary>
internal static class HeadingCuts
{
    private const Traits Over = Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.ReleaseMarker | Traits.Embargo | Traits.Byline | Traits.PhotoCredit | Traits.Separator;

    /// <summary>How far under its heading a release is dated.</summary>
    private const int DateReach = 3;

    /// <summary>The releases that the headings show: several when the headings of one level are dated, one when a single heading stands over the document. Null when the headings do not tell.</summary>
    public static List<Segment>? Segment(Page page)
    {
        if (page.Count == 0 || page[0].Marks is null)
            return null;
        var levels = Enumerable.Range(0, page.Count).Where(i => page[i].Marks?.Heading is not null).GroupBy(i => page[i].Marks!.Heading!.Value).OrderBy(g => g.Key).ToList();
        foreach (var level in levels)
        {
            var starts = level.Select(i => StartOf(page, i)).Distinct().ToList();
            if (starts.Count > 1 && level.Count(i => IsDated(page, i)) * 4 >= starts.Count * 3)
                return Cut(page, starts);
        }

        if (levels.Count == 0 || levels[0].Count() > 1)
            return null;
        return [new(0, page.Count - 1, new Cut(0.97, ["heading"]))];
    }

    /// <summary>The headline by its style, and the lead under it; null where no heading is marked.</summary>
    public static (int Title, int Lead)? Locate(Page page, int first, int last)
    {
        var title = -1;
        for (var i = first; i <= last; i++)
        {
            if (page[i].Marks?.Heading is { } level && (title < 0 || level < page[title].Marks!.Heading))
                title = i;
        }

        if (title < 0 || title == last)
            return null;
        for (var i = title + 1; i <= last; i++)
        {
            if (!page.Is(i, Over) && page[i].Marks is not { IsSubtitle: true } && page[i].Marks is { Heading: null, Cells.Count: 0 } && page.BlockStart(i) < 0)
                return (title, i);
        }

        return (title, title + 1);
    }

    private static List<Segment> Cut(Page page, List<int> starts)
    {
        var cut = new Cut(0.97, ["heading"]);
        page.BeginAt(starts[0]);
        return [.. starts.Select((s, i) => new Segment(s, (i + 1 < starts.Count ? starts[i + 1] : page.Count) - 1, cut))];
    }

    /// <summary>What stands right over a heading and dates or marks it belongs to it.</summary>
    private static int StartOf(Page page, int heading)
    {
        while (heading > 0 && page.Is(heading - 1, Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo) && page[heading - 1].Marks is { Heading: null })
            heading--;
        return heading;
    }

    private static bool IsDated(Page page, int heading)
    {
        if (StartOf(page, heading) < heading)
            return true;
        for (var i = heading + 1; i < page.Count && i <= heading + DateReach && page[i].Marks?.Heading is null; i++)
        {
            if (page.Is(i, Traits.DateLine | Traits.MetaLine | Traits.Dateline | Traits.Embargo))
                return true;
        }

        return false;
    }
}
