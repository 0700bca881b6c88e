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
public sealed class DuplicateFinder
{
    private const int Bands = 8;

    /// <summary>Of 16 minima: an estimated three quarters of the shingles are common.</summary>
    private const int LeastEqual = 12;

    private const int MaxOfBand = 64;

    private readonly List<KnownRelease> _known = [];
    private readonly Dictionary<ulong, int> _byWords = [];

    /// <summary>The latest release of each band; <see cref="_earlier"/> leads from it to the ones before.</summary>
    private readonly Dictionary<ulong, int> _byBand = [];

    /// <summary>For each release and band, the release before it in the same band; -1 for none.</summary>
    private readonly List<int> _earlier = [];

    public void Add(KnownRelease known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var at = _known.Count;
        _known.Add(known);
        _byWords.TryAdd(WordsKey(known.Fingerprint), at);
        var sketched = HasSketch(known.Fingerprint);
        for (var band = 0; band < Bands; band++)
        {
            if (!sketched)
            {
                _earlier.Add(-1);
                continue;
            }

            ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_byBand, BandKey(known.Fingerprint, band), out var shared);
            _earlier.Add(shared ? latest : -1);
            latest = at;
        }
    }

    /// <summary>Marks the releases of a plan that repeat a known one, and makes the others known for the plans to come.</summary>
    public ImportPlan Resolve(ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Releases.Count == 0)
            return plan;
        var releases = new List<ReleaseDraft>(plan.Releases.Count);
        foreach (var draft in plan.Releases)
        {
            var day = draft.Date.Precision == Releases.DatePrecision.Day ? draft.Date.Value : null;
            if (Find(draft.Fingerprint, day) is { } known)
            {
                releases.Add(draft with { DuplicateOf = known.InRun, ExistingReleaseId = known.ReleaseId });
                continue;
            }

            releases.Add(draft);
            Add(new(draft.Fingerprint, new(plan.Document.FileName, draft.Index), null, day));
        }

        return plan with { Releases = releases };
    }

    private KnownRelease? Find(Fingerprint fingerprint, DateOnly? day)
    {
        if (_byWords.TryGetValue(WordsKey(fingerprint), out var same) && _known[same].Fingerprint.WordsHash == fingerprint.WordsHash && SameDay(_known[same].Day, day))
            return _known[same];
        if (!HasSketch(fingerprint))
            return null;
        var best = -1;
        var most = LeastEqual - 1;
        Span<int> candidates = stackalloc int[MaxOfBand];
        for (var band = 0; band < Bands; band++)
        {
            if (!_byBand.TryGetValue(BandKey(fingerprint, band), out var latest))
                continue;
            // A band that very many share tells nothing: its latest will do. The oldest of them comes first.
            var count = 0;
            for (var at = latest; at >= 0 && count < MaxOfBand; at = _earlier[at * Bands + band])
                candidates[count++] = at;
            for (var i = count - 1; i >= 0; i--)
            {
                var at = candidates[i];
                var equal = Equal(_known[at].Fingerprint.Sketch, fingerprint.Sketch);
                if (equal > most && SameDay(_known[at].Day, day))
                    (best, most) = (at, equal);
            }
        }

        return best < 0 ? null : _known[best];
    }

    private static bool SameDay(DateOnly? a, DateOnly? b) => a is null || b is null || Math.Abs(a.Value.DayNumber - b.Value.DayNumber) <= 1;

    private static bool HasSketch(Fingerprint fingerprint) => fingerprint.Sketch.Length == 64 && MemoryMarshal.Cast<byte, uint>(fingerprint.Sketch)[0] != uint.MaxValue;

    private static int Equal(byte[] a, byte[] b)
    {
        var left = MemoryMarshal.Cast<byte, uint>(a);
        var right = MemoryMarshal.Cast<byte, uint>(b);
        var equal = 0;
        for (var i = 0; i < left.Length && i < right.Length; i++)
            equal += left[i] == right[i] ? 1 : 0;
        return equal;
    }

    private static ulong BandKey(Fingerprint fingerprint, int band) => MemoryMarshal.Cast<byte, ulong>(fingerprint.Sketch)[band] * 31 + (ulong)band;

    private static ulong WordsKey(Fingerprint fingerprint) => fingerprint.WordsHash.Length < 16 ? 0 : ulong.Parse(fingerprint.WordsHash.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
