using System.Text;
using Microsoft.Win32.SafeHandles;
using NewsRoom.Core.Redactions;

namespace NewsRoom.Web.Hosting;

/// <summary>Takes words out of the log files, where the address of a page may have held them.</summary>
internal static class LogScrub
{
    private const char Mask = '-';

    /// <summary>
    /// Overwrites the words where they stand, byte by byte, so that the file stays as long as it is: the log goes on being written to while this happens.
    /// </summary>
    /// <returns>How many places were overwritten.</returns>
    public static int Clean(string folder, Phrase phrase)
    {
        if (folder.Length == 0 || !Directory.Exists(folder))
            return 0;
        var places = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "newsroom-*.log"))
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[RandomAccess.GetLength(file)];
            var length = 0;
            for (var read = RandomAccess.Read(file, bytes, 0); read > 0; read = RandomAccess.Read(file, bytes.AsSpan(length), length))
                length += read;
            for (var start = 0; start < length;)
            {
                var end = bytes.AsSpan(start, length - start).IndexOf((byte)'\n');
                var line = bytes.AsSpan(start, end < 0 ? length - start : end);
                places += CleanLine(file, start, line, phrase);
                start += line.Length + 1;
            }
        }

        return places;
    }

    private static int CleanLine(SafeFileHandle file, long start, ReadOnlySpan<byte> bytes, Phrase phrase)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var ranges = phrase.Ranges(text);
        foreach (var (from, to) in ranges)
        {
            var before = Encoding.UTF8.GetByteCount(text.AsSpan(0, from));
            var length = Encoding.UTF8.GetByteCount(text.AsSpan(from, to - from));
            RandomAccess.Write(file, Encoding.UTF8.GetBytes(new string(Mask, length)), start + before);
        }

        return ranges.Count;
    }
}
