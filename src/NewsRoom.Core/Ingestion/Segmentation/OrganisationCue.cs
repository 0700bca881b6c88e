namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Leads name the organisation whose page it is, later paragraphs less often. How much that tells depends on how often the page names it at all.</summary>
internal sealed class OrganisationCue : ISegmentationCue
{
    /// <summary>The share of leads that name their organisation, in the case collection.</summary>
    private const double InLeads = 0.85;

    private Page? _page;
    private HashSet<(uint, uint)> _names = [];
    private double _share;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike) || page.Shape.IsDelimited)
            return;
        Prepare(page);
        if (_names.Count == 0)
            return;
        var names = Names(page[at], 60);
        weights.Add(names
            ? new("names-organisation", Math.Clamp(Math.Log(InLeads / _share), 0, 1.5) * 0.8)
            : new("organisation-missing", Math.Clamp(Math.Log((1 - InLeads) / (1 - _share)), -1.5, 0) * 0.7));
    }

    private void Prepare(Page page)
    {
        if (ReferenceEquals(_page, page))
            return;
        _page = page;
        _names = [];
        var spread = new Dictionary<(uint, uint), int>();
        var seen = new HashSet<(uint, uint)>();
        var paragraphs = 0;
        foreach (var paragraph in Running(page))
        {
            paragraphs++;
            seen.Clear();
            foreach (var name in Candidates(paragraph, int.MaxValue, counting: true))
            {
                if (seen.Add(name))
                    spread[name] = spread.GetValueOrDefault(name) + 1;
            }
        }

        var least = Math.Max(3, paragraphs / 10);
        var best = spread.Where(s => s.Value >= least).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(1).Select(s => (s.Key, s.Value)).ToList();
        if (best.Count == 0)
            return;
        // Names nearly as common belong to the same organisation: "Wildlife Trust" beside "Trust", its acronym beside its name.
        _names = [.. spread.Where(s => s.Value >= Math.Max(least, best[0].Value * 0.6)).Select(s => s.Key)];
        _share = Math.Clamp((double)Running(page).Count(p => Names(p, int.MaxValue)) / paragraphs, 0.05, 0.95);
    }

    private static IEnumerable<Paragraph> Running(Page page)
    {
        for (var i = page.First; i < page.Count; i++)
        {
            if (page.BlockStart(i) < 0 && page[i].Text.Length > 60)
                yield return page[i];
        }
    }

    private bool Names(Paragraph paragraph, int words)
    {
        foreach (var name in Candidates(paragraph, words, counting: false))
        {
            if (_names.Contains(name))
                return true;
        }

        return false;
    }

    /// <summary>Pairs of capitalised words, with small words between them left out, and acronyms.</summary>
    private static IEnumerable<(uint, uint)> Candidates(Paragraph paragraph, int reach, bool counting)
    {
        var words = paragraph.Words;
        for (var i = 0; i < Math.Min(words.Length, reach); i++)
        {
            if (!words[i].Is(WordTraits.Capital) || words[i].Is(WordTraits.Stop))
                continue;
            if (words[i].Is(WordTraits.AllCapitals) || !counting || !words[i].Is(WordTraits.SentenceStart))
                yield return (words[i].Key, 0);
            for (var j = i + 1; j < Math.Min(words.Length, i + 4); j++)
            {
                if (words[j].Start - words[j - 1].End > 1)
                    break;
                if (words[j].Is(WordTraits.Stop) && !words[j].Is(WordTraits.Capital))
                    continue;
                if (words[j].Is(WordTraits.Capital))
                    yield return (words[i].Key, words[j].Key);
                break;
            }
        }
    }
}
