using System.Runtime.InteropServices;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion;

/// <summary>
/// Finds what the releases of a page close with alike: the "About X" that two of them carry, or closing paragraphs that three do.
/// Releases that begin with the same words are one release printed again and count once.
/// </summary>
internal static class BoilerplateFinder
{
    /// <summary>Releases that carry an "About" section word for word.</summary>
    private const int AboutRepeats = 2;

    /// <summary>Releases that close with a paragraph word for word, where no heading says what it is.</summary>
    private const int ClosingRepeats = 3;

    /// <summary>Paragraphs at the end of a release that are looked at.</summary>
    private const int Tail = 12;

    private const int MaxClosing = 3;

    private const int MinLength = 80;

    private const Traits Others = Traits.ContactLead | Traits.ContactDetail | Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.ReleaseMarker | Traits.Embargo | Traits.EndMark | Traits.NotesHeading
        | Traits.Separator | Traits.Navigation | Traits.EventCard | Traits.LinkLine;

    /// <summary>Marks the boilerplate of each release of a page on it.</summary>
    public static void Mark(IReadOnlyList<ReleaseText> releases)
    {
        if (releases.Count < AboutRepeats)
            return;
        var carriers = new Dictionary<ulong, Openings>();
        foreach (var release in releases)
        {
            var opening = HashOf(release[release.Lead]);
            for (var i = TailOf(release); i <= release.Last; i++)
            {
                if (!MayRepeat(release, i))
                    continue;
                CollectionsMarshal.GetValueRefOrAddDefault(carriers, HashOf(release[i]), out _).Add(opening);
            }
        }

        if (!carriers.Values.Any(o => o.Count >= AboutRepeats))
            return;
        foreach (var release in releases)
            release.Boilerplate = [.. About(release, carriers).Concat(Closing(release, carriers)).Distinct().Order()];
    }

    /// <summary>The words, a paragraph each, parted by an empty line; null for none.</summary>
    public static string? TextOf(ReleaseText release) =>
        release.Boilerplate.Count == 0 ? null : string.Join("\n\n", release.Boilerplate.Select(i => release[i].Text));

    private static IEnumerable<int> About(ReleaseText release, Dictionary<ulong, Openings> carriers)
    {
        for (var i = TailOf(release); i <= release.Last; i++)
        {
            if (!release[i].Is(Traits.AboutHeading) || !Repeats(release, i, carriers, AboutRepeats))
                continue;
            var end = i;
            while (end < release.Last && !release[end + 1].Is(Traits.AboutHeading) && Repeats(release, end + 1, carriers, AboutRepeats))
                end++;
            // A heading that nothing repeated follows heads something else.
            if (end == i && release[i].Text.Length < MinLength)
                continue;
            for (; i < end; i++)
                yield return i;
            yield return end;
        }
    }

    private static IEnumerable<int> Closing(ReleaseText release, Dictionary<ulong, Openings> carriers)
    {
        var taken = 0;
        for (var i = release.Last; i >= TailOf(release) && taken < MaxClosing; i--)
        {
            var beside = release.Page.BlockStart(i) >= 0 || release[i].Is(Traits.EndMark | Traits.Separator | Traits.ContactLead | Traits.ContactDetail | Traits.AboutHeading);
            if (beside || (release[i].Text.Length < MinLength && Repeats(release, i, carriers, ClosingRepeats)))
                continue;
            if (!Repeats(release, i, carriers, ClosingRepeats))
                yield break;
            taken++;
            yield return i;
        }
    }

    /// <summary>How the releases begin that carry a paragraph: as many different ones as anybody asks for.</summary>
    private struct Openings
    {
        private ulong _first, _second;

        /// <summary>At most <see cref="ClosingRepeats"/>.</summary>
        public int Count { get; private set; }

        public void Add(ulong opening)
        {
            if (Count >= ClosingRepeats || (Count > 0 && _first == opening) || (Count > 1 && _second == opening))
                return;
            (_first, _second) = Count == 0 ? (opening, 0) : (_first, opening);
            Count++;
        }
    }

    private static bool Repeats(ReleaseText release, int at, Dictionary<ulong, Openings> carriers, int times) =>
        MayRepeat(release, at) && carriers.TryGetValue(HashOf(release[at]), out var openings) && openings.Count >= times;

    private static bool MayRepeat(ReleaseText release, int at) =>
        at > release.Lead && at != release.Title && release[at].Words.Length > 0 && release.Page.BlockStart(at) < 0 && !release[at].Is(Others)
        // What is linked keeps its links in the body.
        && release[at].Marks?.Spans.Any(s => s.Link is not null) != true;

    private static int TailOf(ReleaseText release) => Math.Max(Math.Max(release.Lead, release.Title) + 1, release.Last - Tail + 1);

    /// <summary>FNV-1a over the folded words: quotes, spaces, case and accents do not count.</summary>
    private static ulong HashOf(Paragraph paragraph)
    {
        var hash = 14695981039346656037ul;
        foreach (var word in paragraph.Words)
            hash = (hash ^ word.Key) * 1099511628211ul;
        return hash;
    }
}
