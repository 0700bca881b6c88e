using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Scores a release against the weighted terms of each theme. A word in passing does not tag: mentions must be several, or stand where the release says what it is about.</summary>
internal sealed class ThemeExtractor
{
    /// <summary>The least score that tags.</summary>
    public const double Threshold = 0.5;

    private const int MaxPhrases = 6;

    private readonly KeyMap<List<(uint[] Keys, int Theme, double Weight)>> _terms;
    private readonly IReadOnlyList<ThemeDefinition> _themes;

    public ThemeExtractor(IReadOnlyList<ThemeDefinition> themes)
    {
        _themes = themes;
        var terms = new Dictionary<uint, List<(uint[] Keys, int Theme, double Weight)>>();
        for (var t = 0; t < themes.Count; t++)
        {
            foreach (var term in themes[t].Terms)
            {
                var keys = Words.Of(term.Text).Select(w => w.Key).ToArray();
                if (keys.Length == 0)
                    continue;
                if (!terms.TryGetValue(keys[0], out var list))
                    terms[keys[0]] = list = [];
                list.Add((keys, t, term.Weight));
            }
        }

        foreach (var list in terms.Values)
            list.Sort((a, b) => b.Keys.Length - a.Keys.Length);
        _terms = new(terms);
    }

    public IReadOnlyList<FoundTheme> Find(ReleaseText release)
    {
        if (_themes.Count == 0)
            return [];
        var hits = new List<Hit>[_themes.Count];
        var words = 0;
        for (var i = release.First; i <= release.Last; i++)
        {
            if (release[i].Is(Traits.LabelRun | Traits.DateLine) || release.Page.BlockStart(i) >= 0 || IsAbout(release, i))
                continue;
            words += release[i].Words.Length;
            Collect(release, i, hits);
        }

        var found = new List<FoundTheme>();
        for (var t = 0; t < hits.Length; t++)
        {
            if (hits[t] is { } list && Score(list, release, words) is >= Threshold and var score)
                found.Add(new(_themes[t].Slug, Math.Round(score, 2), Phrases(list)));
        }

        return [.. found.OrderByDescending(f => f.Score)];
    }

    private readonly record struct Hit(int Paragraph, int Line, string Text, uint[] Term, double Weight);

    private static bool IsAbout(ReleaseText release, int at) =>
        release[at].Is(Traits.AboutHeading) || (at > release.First && release[at - 1].Is(Traits.AboutHeading) && release[at - 1].Text.Length <= 90);

    private void Collect(ReleaseText release, int at, List<Hit>[] hits)
    {
        var paragraph = release[at];
        var words = paragraph.Words;
        // A word inside a longer phrase of the same theme counts once: "slavery" in "modern slavery".
        Span<int> covered = _themes.Count <= 64 ? stackalloc int[64] : new int[_themes.Count];
        for (var i = 0; i < words.Length; i++)
        {
            if (!_terms.TryGetValue(words[i].Key, out var list))
                continue;
            foreach (var (keys, theme, weight) in list)
            {
                if (i < covered[theme] || i + keys.Length > words.Length)
                    continue;
                var k = 1;
                while (k < keys.Length && words[i + k].Key == keys[k])
                    k++;
                if (k < keys.Length)
                    continue;
                covered[theme] = i + k;
                (hits[theme] ??= []).Add(new(at, paragraph.LineAt(words[i].Start), paragraph.Text[words[i].Start..words[i + k - 1].End], keys, weight));
            }
        }
    }

    /// <summary>
    /// Each term counts with its weight and, for its second and third mention, less. Mentions spread over paragraphs, in the headline or the lead count more;
    /// the sum is set against the length, so that one word in a long text fades.
    /// </summary>
    private static double Score(List<Hit> hits, ReleaseText release, int words)
    {
        double sum = 0;
        var paragraphs = new HashSet<int>();
        var counts = new Dictionary<uint[], int>();
        var leading = false;
        foreach (var hit in hits)
        {
            var seen = counts[hit.Term] = counts.GetValueOrDefault(hit.Term) + 1;
            var place = hit.Paragraph == release.Title ? 2.0 : hit.Paragraph == release.Lead ? 1.4 : 1.0;
            leading |= hit.Weight >= 1 && (hit.Paragraph == release.Title || hit.Paragraph <= release.Lead + 1);
            sum += hit.Weight * place * (seen == 1 ? 1 : seen <= 4 ? 0.5 : 0.15);
            if (hit.Weight >= 1)
                paragraphs.Add(hit.Paragraph);
        }

        // One mention behind the lead is in passing, however strong the word.
        if (hits.Count == 1 && hits[0].Paragraph != release.Title && hits[0].Paragraph > release.Lead)
            return 0;
        var strong = hits.Count(h => h.Weight >= 2);
        var need = 2.7 + (words < 250 ? Math.Max(-1.1, (words - 250) / 110.0) : Math.Min(3.5, (words - 250) / 250.0));
        if (!leading)
            need *= 1.5;
        if (paragraphs.Count < 2 && hits.Count < 3)
            need *= 1.5;
        if (strong == 0)
            need *= 1.35;
        return 1 - Math.Exp(-0.6931 * sum / need);
    }

    private static List<FoundPhrase> Phrases(List<Hit> hits) =>
        [.. hits.OrderByDescending(h => h.Weight).ThenBy(h => h.Line).DistinctBy(h => h.Text.ToLowerInvariant()).Take(MaxPhrases).Select(h => new FoundPhrase(h.Line, h.Text))];
}
