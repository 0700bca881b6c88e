using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Scores a release against the weighted terms of each theme. A word in passing does not tag: mentions must be several, stand where the release says what it is about, or among other words of the subject.</summary>
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
        int words = 0, paragraphs = 0;
        for (var i = release.First; i <= release.Last; i++)
        {
            if (release[i].Is(Traits.LabelRun | Traits.DateLine) || release.Page.BlockStart(i) >= 0 || IsAbout(release, i))
                continue;
            words += release[i].Words.Length;
            paragraphs++;
            Collect(release, i, hits);
        }

        var answers = OtherSenses.Answers();
        foreach (var list in hits)
            list?.RemoveAll(h => h.Weight >= Naming && ((h.Term.Length <= 2 && OtherSenses.IsTurned(release, h.Term[0], answers)) || OtherSenses.IsDenied(release[h.Paragraph].Words, Words.FirstFrom(release[h.Paragraph].Words, h.Start))));
        var found = new List<FoundTheme>();
        for (var t = 0; t < hits.Length; t++)
        {
            if (hits[t] is { Count: > 0 } list && Score(list, OthersBeside(hits, t), release, words, paragraphs) is >= Threshold and var score)
                found.Add(new(_themes[t].Slug, Math.Round(score, 2), Phrases(release, list)));
        }

        return [.. found.OrderByDescending(f => f.Score)];
    }

    /// <param name="Start">Offset in the paragraph.</param>
    /// <param name="End">Exclusive.</param>
    private readonly record struct Hit(int Paragraph, int Start, int End, uint[] Term, double Weight);

    private static bool IsAbout(ReleaseText release, int at) =>
        release[at].Is(Traits.AboutHeading) || (at > release.First && release[at - 1].Is(Traits.AboutHeading) && release[at - 1].Text.Length <= 90);

    private void Collect(ReleaseText release, int at, List<Hit>[] hits)
    {
        var words = release[at].Words;
        // A word inside a longer phrase of the same theme counts once: "slavery" in "modern slavery".
        Span<int> covered = _themes.Count <= 64 ? stackalloc int[64] : new int[_themes.Count];
        int sense = 0, senseEnd = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= senseEnd && words[i].Is(WordTraits.OtherSense) && OtherSenses.Phrases.MatchAt(words, i) is > 0 and var other)
                (sense, senseEnd) = (i, i + other);
            if (!_terms.TryGetValue(words[i].Key, out var list))
                continue;
            foreach (var (keys, theme, weight) in list)
            {
                if (i < covered[theme] || i + keys.Length > words.Length)
                    continue;
                var k = 1;
                while (k < keys.Length && words[i + k].Key == keys[k])
                    k++;
                if (k < keys.Length || (i + k <= senseEnd && !(i == sense && i + k == senseEnd)))
                    continue;
                covered[theme] = i + k;
                (hits[theme] ??= []).Add(new(at, words[i].Start, words[i + k - 1].End, keys, weight));
            }
        }
    }

    /// <summary>How many other themes are named in the paragraphs that name this one: "data, remittances, trafficking and climate change" is a list, and about none of them.</summary>
    private static int OthersBeside(List<Hit>[] hits, int theme)
    {
        var named = hits[theme].Where(h => h.Weight >= Naming).Select(h => h.Paragraph).ToHashSet();
        var others = 0;
        for (var t = 0; t < hits.Length; t++)
            others += t != theme && hits[t] is { } list && list.Exists(h => h.Weight >= Naming && named.Contains(h.Paragraph)) ? 1 : 0;
        return others;
    }

    /// <summary>Terms of this weight name the theme; those under it belong to its subject.</summary>
    private const double Naming = 1.5;

    /// <summary>As many weak words count where nothing names the theme: snow, ice and winter tell of the weather as often as of the climate.</summary>
    private const int MostUnnamed = 2;

    /// <summary>
    /// How likely a reader would file the release under the theme: that the theme is named, in how many words and where, how much of its subject stands around it,
    /// against the length. The coefficients are those of a logistic regression over the part of the case collection that is worked on, cross-validated by document.
    /// </summary>
    private static double Score(List<Hit> hits, int others, ReleaseText release, int words, int paragraphs)
    {
        var naming = 0;
        var first = int.MaxValue;
        var most = 0.0;
        bool inTitle = false, inLead = false, behindLead = false;
        HashSet<uint[]> names = [], subjects = [], weak = [];
        HashSet<int> spread = [];
        foreach (var hit in hits)
        {
            most = Math.Max(most, hit.Weight);
            (hit.Weight >= Naming ? names : hit.Weight >= 1 ? subjects : weak).Add(hit.Term);
            if (hit.Weight >= 1)
                spread.Add(hit.Paragraph);
            if (hit.Weight < Naming)
                continue;
            naming++;
            first = Math.Min(first, hit.Paragraph);
            inTitle |= hit.Paragraph == release.Title;
            inLead |= hit.Paragraph == release.Title || hit.Paragraph <= release.Lead;
            behindLead |= hit.Paragraph == release.Lead + 1;
        }

        var score = -3.4 + 0.5 * most / 2 + 2.4 * Math.Log(1 + naming) + 1.75 * Math.Log(1 + names.Count) + 2.2 * Math.Log(1 + subjects.Count) + 1.8 * Math.Log(1 + (naming == 0 ? Math.Min(weak.Count, MostUnnamed) : weak.Count))
            + 1.35 * spread.Count / Math.Max(1, paragraphs) - Math.Log(Math.Max(40, words) / 150.0) - 2.0 * others;
        score += naming switch { 0 => -1.6, 1 => -1.4, _ => 0 };
        score += (inTitle ? 0.3 : 0) + (inLead ? 1.9 : 0) + (behindLead ? 1 : 0);
        // One word of it behind the lead, and nothing else of the subject: in passing.
        if (hits.Count == 1 && !inLead)
            score -= 1.5;
        // Named in the last part only: in passing.
        if (naming > 0 && first - release.First > (release.Last - release.First + 1) * 0.6)
            score -= 0.5;
        return 1 / (1 + Math.Exp(-score));
    }

    private static List<FoundPhrase> Phrases(ReleaseText release, List<Hit> hits) =>
        [.. hits.Select(h => (h.Weight, Phrase: new FoundPhrase(release[h.Paragraph].LineAt(h.Start), release[h.Paragraph].Text[h.Start..h.End])))
            .OrderByDescending(h => h.Weight).ThenBy(h => h.Phrase.Line).Select(h => h.Phrase).DistinctBy(p => p.Text.ToLowerInvariant()).Take(MaxPhrases)];
}
