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

    private readonly List<KnownRelease> _known = [];
    private readonly Dictionary<ulong, int> _byWords = [];
    private readonly Dictionary<ulong, List<int>> _byBand = [];

    public void Add(KnownRelease known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var at = _known.Count;
        _known.Add(known);
        _byWords.TryAdd(WordsKey(known.Fingerprint), at);
        if (!HasSketch(known.Fingerprint))
            return;
        foreach (var band in BandKeys(known.Fingerprint))
        {
            if (!_byBand.TryGetValue(band, out var list))
                _byBand[band] = list = [];
            list.Add(at);
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
        foreach (var band in BandKeys(fingerprint))
        {
            if (!_byBand.TryGetValue(band, out var list))
                continue;
            // A band that very many share tells nothing.
            foreach (var at in list.Count > 64 ? list.GetRange(list.Count - 64, 64) : list)
            {
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

    private static ulong[] BandKeys(Fingerprint fingerprint)
    {
        var minima = MemoryMarshal.Cast<byte, ulong>(fingerprint.Sketch);
        var keys = new ulong[Bands];
        for (var i = 0; i < Bands; i++)
            keys[i] = minima[i] * 31 + (ulong)i;
        return keys;
    }

    private static ulong WordsKey(Fingerprint fingerprint) => fingerprint.WordsHash.Length < 16 ? 0 : Convert.ToUInt64(fingerprint.WordsHash[..16], 16);
}
