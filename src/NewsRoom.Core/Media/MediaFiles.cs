namespace NewsRoom.Core.Media;

/// <summary>The media folder. A file's name is the SHA-256 of its bytes, so that no name of an uploader ever becomes a path.</summary>
public sealed class MediaFiles(string root) : IDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    private readonly SemaphoreSlim _gate = new(1, 1);

    private readonly string _root = Path.GetFullPath(root);

    /// <summary>One change at a time: else a file could be deleted as unused while the same one is being uploaded again.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Stores the bytes whole or not at all: they are written beside their place and moved there.</summary>
    public async Task SaveAsync(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        var target = PathOf(sha256);
        if (File.Exists(target) && new FileInfo(target) is { LinkTarget: null } there && there.Length == bytes.Length)
            return;
        MakeFolder(Path.GetDirectoryName(target)!);
        var incoming = Path.Combine(_root, "incoming");
        MakeFolder(incoming);
        var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("n"));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerFile;
            await using (var stream = new FileStream(temporary, options))
            {
                await stream.WriteAsync(bytes, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The stored file; null when it is not there. A link that somebody put into the folder is not followed.</summary>
    public FileStream? Open(string sha256)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null || new DirectoryInfo(Path.GetDirectoryName(path)!).LinkTarget is not null)
            return null;
        try
        {
            return new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });
        }
        catch (FileNotFoundException)
        {
            // Deleted since it was looked for.
            return null;
        }
    }

    public void Delete(string sha256)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
            File.Delete(path);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    private string PathOf(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("A SHA-256 in lower-case hex was expected.", nameof(sha256));
        return Path.Combine(_root, sha256[..2], sha256);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerFolder);
    }
}
