using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsRoom.Core.Ingestion.Deduplication;

/// <summary>A release that new ones are compared with: of the same run, or of the database.</summary>
/// <param name="Fingerprint">Of its words.</param>
/// <param name="InRun">Where it stands, when it is of the same run.</param>
/// <param name="ReleaseId">Its row, when it is of the database.</param>
/// <param name="Day">Its day, when known to the day: nearly equal texts of different days are different releases.</param>
public sealed record KnownRelease(Fingerprint Fingerprint, DuplicateReference? InRun, int? ReleaseId, DateOnly? Day = null);

/// <summary>
/// Finds the same release again: equal words, or a sketch that is nearly equal. Candidates come from eight bands of two minima each
/// (locality-sensitive hashing, Indyk and Motwani 1998), so that nothing is compared with everything.
/// </summary>
/// <remarks>About 250 bytes a release: what the whole archive is compared with must fit into memory however many documents there are.</remarks>
/// <param name="remembers">Whether the releases of a plan that repeat none become known themselves.</param>
public sealed class DuplicateFinder(bool remembers = true)
{
    private const int Bands = 8;

    /// <summary>Of 16 minima: an estimated three quarters of the shingles are common.</summary>
    private const int LeastEqual = 12;

    private const int MaxOfBand = 64;

    private const int NoDay = int.MinValue;

    private readonly KnownSketches _known = new();
    private readonly List<string> _files = [];

    /// <summary>The first release with the same words.</summary>
    private PlaceTable _byWords = new();

    /// <summary>The latest release of each band; <see cref="_earlier"/> leads from it to the ones before.</summary>
    private PlaceTable _byBand = new();

    /// <summary>For a release and one of its bands, the release before it in that band. Most bands are had by one release alone.</summary>
    private readonly Dictionary<(int At, int Band), int> _earlier = [];

    public void Add(KnownRelease known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.InRun is { } inRun && (_files.Count == 0 || _files[^1] != inRun.File))
            _files.Add(inRun.File);
        var at = _known.Add(new()
        {
            Words = WordsOf(known.Fingerprint),
            Sketch = SketchOf(known.Fingerprint),
            Day = known.Day?.DayNumber ?? NoDay,
            File = known.InRun is null ? -1 : _files.Count - 1,
            Place = known.InRun?.Index ?? known.ReleaseId ?? 0,
        });
        NoteWords(at);
        NoteBands(at, isNew: true);
        if (_byWords.IsFull)
            Refill(ref _byWords, NoteWords);
        if (_byBand.IsFull)
            Refill(ref _byBand, earlier => NoteBands(earlier, isNew: false));
    }

    private void Refill(ref PlaceTable table, Action<int> note)
    {
        table = table.Larger();
        for (var at = 0; at < _known.Count; at++)
            note(at);
    }

    private void NoteWords(int at)
    {
        var words = _known[at].Words;
        if (First(words) < 0)
            _byWords.Set(Hash(words), -1, at);
    }

    private void NoteBands(int at, bool isNew)
    {
        ref readonly var sketch = ref _known[at].Sketch;
        for (var band = 0; band < Bands && HasSketch(sketch); band++)
        {
            var latest = Latest(sketch, band);
            if (latest >= 0 && isNew)
                _earlier.Add((at, band), latest);
            _byBand.Set(BandHash(sketch, band), latest, at);
        }
    }

    /// <summary>Marks the releases of a plan that repeat a known one, and makes the others known for the plans to come.</summary>
    public ImportPlan Resolve(ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Releases.Count == 0 || (!remembers && _known.Count == 0))
            return plan;
        var releases = new List<ReleaseDraft>(plan.Releases.Count);
        foreach (var draft in plan.Releases)
        {
            var day = draft.Date.Precision == Releases.DatePrecision.Day ? draft.Date.Value : null;
            var at = Find(draft.Fingerprint, day?.DayNumber ?? NoDay);
            releases.Add(at < 0 ? draft : Repeating(draft, _known[at]));
            if (at < 0 && remembers)
                Add(new(draft.Fingerprint, new(plan.Document.FileName, draft.Index), null, day));
        }

        return plan with { Releases = releases };
    }

    private ReleaseDraft Repeating(ReleaseDraft draft, in KnownSketch known) => known.File < 0
        ? draft with { DuplicateOf = null, ExistingReleaseId = known.Place }
        : draft with { DuplicateOf = new(_files[known.File], known.Place), ExistingReleaseId = null };

    /// <summary>The release that these words repeat; -1 for none.</summary>
    private int Find(Fingerprint fingerprint, int day)
    {
        var same = First(WordsOf(fingerprint));
        if (same >= 0 && SameDay(_known[same].Day, day))
            return same;
        var sketch = SketchOf(fingerprint);
        if (!HasSketch(sketch))
            return -1;
        var best = -1;
        var most = LeastEqual - 1;
        Span<int> candidates = stackalloc int[MaxOfBand];
        for (var band = 0; band < Bands; band++)
        {
            // A band that very many share tells nothing: its latest will do. The oldest of them comes first.
            var count = 0;
            for (var at = Latest(sketch, band); at >= 0 && count < MaxOfBand; at = _earlier.GetValueOrDefault((at, band), -1))
                candidates[count++] = at;
            for (var i = count - 1; i >= 0; i--)
            {
                ref readonly var candidate = ref _known[candidates[i]];
                var equal = Equal(candidate.Sketch, sketch);
                if (equal > most && SameDay(candidate.Day, day))
                    (best, most) = (candidates[i], equal);
            }
        }

        return best;
    }

    /// <summary>The first known release with these words; -1 for none.</summary>
    private int First(UInt128 words)
    {
        foreach (var at in _byWords.At(Hash(words)))
        {
            if (_known[at].Words == words)
                return at;
        }

        return -1;
    }

    /// <summary>The latest known release with this band; -1 for none.</summary>
    private int Latest(in Minima sketch, int band)
    {
        foreach (var at in _byBand.At(BandHash(sketch, band)))
        {
            if (_known[at].Sketch[band * 2] == sketch[band * 2] && _known[at].Sketch[band * 2 + 1] == sketch[band * 2 + 1])
                return at;
        }

        return -1;
    }

    private static bool SameDay(int a, int b) => a == NoDay || b == NoDay || Math.Abs(a - b) <= 1;

    /// <summary>Too short a text has no sketch: nothing but the highest value, or nothing at all.</summary>
    private static bool HasSketch(in Minima sketch) => sketch[0] != uint.MaxValue;

    private static Minima SketchOf(Fingerprint fingerprint)
    {
        var minima = new Minima();
        ((Span<uint>)minima).Fill(uint.MaxValue);
        if (fingerprint.Sketch.Length == Minima.Bytes)
            MemoryMarshal.Cast<byte, uint>(fingerprint.Sketch).CopyTo(minima);
        return minima;
    }

    private static int Equal(in Minima a, in Minima b)
    {
        var equal = 0;
        for (var i = 0; i < Minima.Count; i++)
            equal += a[i] == b[i] ? 1 : 0;
        return equal;
    }

    /// <summary>Half of the hash of the words: enough that no two releases ever share it by chance.</summary>
    private static UInt128 WordsOf(Fingerprint fingerprint) =>
        UInt128.TryParse(fingerprint.WordsHash.AsSpan(0, Math.Min(fingerprint.WordsHash.Length, 32)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var words) ? words : 0;

    private static uint Hash(UInt128 words) => (uint)words;

    private static uint BandHash(in Minima sketch, int band)
    {
        var pair = ((ulong)sketch[band * 2 + 1] << 32 | sketch[band * 2]) + (ulong)band;
        return (uint)((pair * 0x9E3779B97F4A7C15) >> 32);
    }
}
