using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>
/// Finds addresses that are not taken: the wanted one, or the same with -2, -3 … behind it. It remembers how far the numbers of a headline have come,
/// so that the thousandth "Weekly news" is not tried a thousand times.
/// </summary>
internal sealed class SlugBook
{
    private const int Most = 10_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public async Task<string> FreeAsync(IImportRows rows, Slug wanted, CancellationToken cancellationToken)
    {
        var number = _numbers.GetValueOrDefault(wanted.Value, 0) + 1;
        var free = number == 1 ? wanted : wanted.Numbered(number);
        while (await rows.IsTakenAsync(free.Value, cancellationToken))
            free = wanted.Numbered(++number);
        if (_numbers.Count >= Most)
            _numbers.Clear();
        _numbers[wanted.Value] = number;
        return free.Value;
    }

    /// <summary>Forgets what a transaction that failed has taken.</summary>
    public void Clear() => _numbers.Clear();
}
