using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsRoom.Core.Ingestion;

/// <summary>What an upload may be at most.</summary>
public sealed record UploadLimits
{
    /// <summary>Of one file, unpacked.</summary>
    public long FileBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Of all files together, unpacked.</summary>
    public long TotalBytes { get; init; } = 64L * 1024 * 1024;

    public int Files { get; init; } = 2000;

    /// <summary>The longest name of a file, its folders included.</summary>
    public int NameLength { get; init; } = 240;

    public int Depth { get; init; } = 12;
}

/// <summary>A file as it came.</summary>
/// <param name="Name">As the sender names it; never used as a path.</param>
/// <param name="Refusal">Why nothing of it was taken, and what to do; null when it was.</param>
public sealed record UploadedFile(string Name, byte[] Bytes, string? Refusal = null);

/// <summary>A file, or an upload, that is refused; the message says what to do.</summary>
public sealed class UploadRefusedException : Exception
{
    public UploadRefusedException(string message)
        : base(message)
    {
    }

    public UploadRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public UploadRefusedException()
    {
    }

    /// <summary>Whether a limit of the upload as a whole was passed: the other files cannot be taken either.</summary>
    public bool IsOfAll { get; init; }
}

/// <summary>
/// Reads uploaded files, and the files in uploaded zips, into memory and nowhere else: no name from outside ever becomes a path. Bytes are counted while they
/// unpack, because what an archive says of its own size need not be true.
/// </summary>
public sealed class UploadReader(UploadLimits limits)
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => CrcOf((uint)n))];

    private readonly List<UploadedFile> _files = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _total;

    /// <summary>The files so far, in the order they came, those that were refused among them.</summary>
    public IReadOnlyList<UploadedFile> Files => _files;

    /// <summary>Adds a file, or every file of a zip; one that is refused is noted with the reason, and the others are taken all the same.</summary>
    /// <exception cref="UploadRefusedException">A limit of the whole upload is passed.</exception>
    public Task TakeAsync(string name, Stream content, CancellationToken cancellationToken = default) => TakeAsync(OwnName(name), () => AddAsync(name, content, cancellationToken));

    /// <summary>The same for one file under the name given, which may have folders in it.</summary>
    /// <exception cref="UploadRefusedException">A limit of the whole upload is passed.</exception>
    public Task TakeFileAsync(string name, Stream content, CancellationToken cancellationToken = default) => TakeAsync(name, () => AddFileAsync(name, content, cancellationToken));

    private async Task TakeAsync(string name, Func<Task> add)
    {
        var before = _files.Count;
        try
        {
            await add();
        }
        catch (UploadRefusedException refused) when (!refused.IsOfAll)
        {
            _files.RemoveRange(before, _files.Count - before);
            _names.Clear();
            _names.UnionWith(_files.Select(f => f.Name));
            // What it unpacked to stays counted: many refused files together are work too.
            _files.Add(new UploadedFile(Shown(name), [], refused.Message));
        }
    }

    /// <summary>Adds a file, or every file of a zip.</summary>
    /// <param name="content">Can seek when it is a zip.</param>
    /// <exception cref="UploadRefusedException">A limit is passed, a name leads out of its folder, or the zip is broken.</exception>
    public async Task AddAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var own = OwnName(name);
        if (own.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            await AddZipAsync(Checked(own), content, cancellationToken);
        else
            await AddFileAsync(Checked(own), content, cancellationToken);
    }

    private async Task AddZipAsync(string zipName, Stream content, CancellationToken cancellationToken)
    {
        CheckDirectory(zipName, content);
        try
        {
            await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellationToken);
            if (zip.Entries.Count > limits.Files)
                throw TooMany(zipName);
            // Every name is looked at before the first byte is unpacked.
            var entries = zip.Entries.Where(e => !e.FullName.EndsWith('/') && !IsLitter(e.FullName)).Select(e => (Entry: e, Name: CheckedEntry(zipName, e))).ToList();
            foreach (var (entry, entryName) in entries)
            {
                await using var packed = await entry.OpenAsync(cancellationToken);
                await AddFileAsync(entryName, packed, cancellationToken);
                // Nobody else compares them: what was cut short or damaged must not pass for the document.
                if (Crc32(_files[^1].Bytes) != entry.Crc32)
                    throw new InvalidDataException("The sum of an entry does not fit its bytes.");
            }
        }
        catch (InvalidDataException error)
        {
            throw new UploadRefusedException($"{zipName} cannot be unpacked: it is broken, or protected by a password. Make the zip again.", error);
        }
    }

    /// <summary>Refuses a zip whose list of entries alone would fill the memory, before anything of the list is read.</summary>
    private void CheckDirectory(string zipName, Stream content)
    {
        const int record = 22;
        var length = content.Length;
        var tail = new byte[Math.Min(length, 65_536 + record)];
        content.Position = length - tail.Length;
        content.ReadExactly(tail);
        content.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if ((at < 0 || tail.Length - at < record) && IsZip(content))
            throw new UploadRefusedException($"{zipName} is damaged: its end is missing, as when a copy was broken off. Make the zip again, or copy it again.");
        if (at < 0 || tail.Length - at < record)
            throw new UploadRefusedException($"{zipName} is not a zip, whatever its name says. Upload its files themselves.");
        var entries = BitConverter.ToUInt16(tail, at + 10);
        var begins = BitConverter.ToUInt32(tail, at + 16);
        if (entries > limits.Files || begins > length || length - begins > limits.Files * 1024L)
            throw TooMany(zipName);
    }

    /// <summary>Whether it begins as a zip does.</summary>
    private static bool IsZip(Stream content)
    {
        Span<byte> head = stackalloc byte[4];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return head[..read].SequenceEqual("PK\x03\x04"u8);
    }

    private string CheckedEntry(string zipName, ZipArchiveEntry entry)
    {
        const int typeMask = 0xF000, symbolicLink = 0xA000;
        var name = entry.FullName;
        var parts = name.Split('/');
        if (name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || parts[0].Contains(':', StringComparison.Ordinal) || parts.Any(p => p is ".." or "." or "") || parts.Length > limits.Depth)
            throw new UploadRefusedException($"{zipName} holds an entry whose name leads out of its folder ({Shown(name)}). Nothing of it was taken.");
        if (((entry.ExternalAttributes >> 16) & typeMask) == symbolicLink)
            throw new UploadRefusedException($"{zipName} holds a link to another file ({Shown(name)}). Put the file itself into the zip.");
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            throw new UploadRefusedException($"{zipName} holds another zip ({Shown(name)}). Unpack that one first.");
        if (entry.Length > limits.FileBytes)
            throw TooLarge(name);
        return Checked(name);
    }

    /// <summary>Adds one file under the name given, which may have folders in it.</summary>
    /// <exception cref="UploadRefusedException">A limit is passed, or the name is there already.</exception>
    public async Task AddFileAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (!_names.Add(name))
            throw new UploadRefusedException($"Two files are called {name}. Rename one of them.");
        if (_files.Count >= limits.Files)
            throw new UploadRefusedException(TooManyWords("The upload")) { IsOfAll = true };
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            _total += read;
            if (bytes.Length + read > limits.FileBytes)
                throw TooLarge(name);
            if (_total > limits.TotalBytes)
                throw new UploadRefusedException($"Together the files are larger than {Megabytes(limits.TotalBytes)}. Upload them in parts, or use the command line: newsroom import.") { IsOfAll = true };
            bytes.Write(buffer, 0, read);
        }

        _files.Add(new UploadedFile(name, bytes.ToArray()));
    }

    private string Checked(string name)
    {
        if (name.Length == 0 || name.Length > limits.NameLength || name.Any(char.IsControl))
            throw new UploadRefusedException($"A file has a name that cannot be used ({Shown(name)}). Give it a plain name of at most {limits.NameLength} characters.");
        return name;
    }

    /// <summary>The check sum of zip entries: CRC-32 of ISO 3309, reflected.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
            sum = (sum >> 8) ^ CrcTable[(byte)(sum ^ b)];
        return ~sum;
    }

    private static uint CrcOf(uint value)
    {
        const uint polynomial = 0xEDB88320;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
        return value;
    }

    /// <summary>What machines put into a zip for themselves.</summary>
    private static bool IsLitter(string name) => name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.EndsWith(".DS_Store", StringComparison.Ordinal) || name.EndsWith("Thumbs.db", StringComparison.OrdinalIgnoreCase);

    private UploadRefusedException TooMany(string zipName) => new(TooManyWords(zipName));

    private string TooManyWords(string what) => $"{what} holds more than {limits.Files} files. Upload them in parts, or use the command line: newsroom import.";

    /// <summary>A browser may send the folder on the sender's machine; only the name is wanted.</summary>
    private static string OwnName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private UploadRefusedException TooLarge(string name) => new($"{Shown(name)} is larger than {Megabytes(limits.FileBytes)} when it is unpacked. Split it between two releases.");

    private static string Megabytes(long bytes) => bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes") : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MB");

    private static string Shown(string name)
    {
        var plain = string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return plain.Length > 80 ? plain[..80] + "…" : plain;
    }
}
