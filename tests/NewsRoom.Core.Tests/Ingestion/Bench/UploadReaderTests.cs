using System.IO.Compression;
using System.Text;
using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

public sealed class UploadReaderTests
{
    private static readonly UploadLimits Small = new() { FileBytes = 10_000, TotalBytes = 25_000, Files = 5, NameLength = 60, Depth = 4 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MemoryStream Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static async Task<string> RefusalAsync(string name, Stream content)
    {
        var reader = new UploadReader(Small);
        return (await Assert.ThrowsAsync<UploadRefusedException>(() => reader.AddAsync(name, content, Token))).Message;
    }

    [Fact]
    public async Task Files_and_the_files_of_a_zip_come_in_order_with_their_bytes()
    {
        var reader = new UploadReader(Small);
        await reader.AddAsync(@"C:\Users\ann\page.txt", new MemoryStream("one"u8.ToArray()), Token);
        using var zip = Zip(("2014/", []), ("2014/june.txt", "two"u8.ToArray()), ("__MACOSX/2014/._june.txt", [1]), ("été.md", "three"u8.ToArray()));
        await reader.AddAsync("archive.ZIP", zip, Token);

        Assert.Equal(["page.txt", "2014/june.txt", "été.md"], reader.Files.Select(f => f.Name));
        Assert.Equal(["one", "two", "three"], reader.Files.Select(f => Encoding.UTF8.GetString(f.Bytes)));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("a//evil.txt")]
    [InlineData("a/b/c/d/e/evil.txt")]
    public async Task An_entry_that_leads_out_of_its_folder_refuses_the_whole_zip(string entry)
    {
        using var zip = Zip(("good.txt", "good"u8.ToArray()), (entry, "evil"u8.ToArray()));
        var reader = new UploadReader(Small);

        var refused = await Assert.ThrowsAsync<UploadRefusedException>(() => reader.AddAsync("a.zip", zip, Token));

        Assert.Contains("leads out of its folder", refused.Message, StringComparison.Ordinal);
        Assert.Empty(reader.Files);
    }

    [Fact]
    public async Task A_link_a_zip_in_a_zip_a_doubled_name_and_a_name_with_control_characters_are_refused()
    {
        var linked = new MemoryStream();
        using (var zip = new ZipArchive(linked, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("passwd.txt");
            entry.ExternalAttributes = 0xA1FF << 16;
            using var target = entry.Open();
            target.Write("/etc/passwd"u8);
        }

        linked.Position = 0;
        Assert.Contains("a link to another file", await RefusalAsync("a.zip", linked), StringComparison.Ordinal);
        Assert.Contains("another zip", await RefusalAsync("a.zip", Zip(("inner.zip", [1, 2, 3]))), StringComparison.Ordinal);
        Assert.Contains("Two files are called", await RefusalAsync("a.zip", Zip(("a.txt", [1]), ("A.TXT", [2]))), StringComparison.Ordinal);
        Assert.Contains("cannot be used", await RefusalAsync("a.zip", Zip(("a\nb.txt", [1]))), StringComparison.Ordinal);
        Assert.Contains("cannot be used", await RefusalAsync(new string('x', 61) + ".txt", new MemoryStream([1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unpacks_to_more_than_the_limit_is_refused_while_it_unpacks()
    {
        Assert.Contains("is larger than", await RefusalAsync("bomb.zip", Zip(("zeros.txt", new byte[10_001]))), StringComparison.Ordinal);
        Assert.Contains("Together", await RefusalAsync("bomb.zip", Zip(("a", new byte[9_000]), ("b", new byte[9_000]), ("c", new byte[9_000]))), StringComparison.Ordinal);
        Assert.Contains("is larger than", await RefusalAsync("plain.txt", new MemoryStream(new byte[10_001])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_lies_about_the_size_of_an_entry_is_found_out_by_counting()
    {
        using var honest = Zip(("zeros.txt", new byte[20_000]));
        var bytes = honest.ToArray();
        var directory = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 10u); // The size unpacked, as the list of entries gives it.

        Assert.Contains("is broken", await RefusalAsync("liar.zip", new MemoryStream(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_entries_are_refused_before_the_list_is_read()
    {
        Assert.Contains("more than 5 files", await RefusalAsync("many.zip", Zip([.. Enumerable.Range(0, 6).Select(i => ($"{i}.txt", new byte[] { 1 }))])), StringComparison.Ordinal);
        using var five = Zip([.. Enumerable.Range(0, 5).Select(i => ($"{i}.txt", new byte[] { 1 }))]);
        var reader = new UploadReader(Small);
        await reader.AddAsync("five.zip", five, Token);
        Assert.Equal(5, reader.Files.Count);
        await Assert.ThrowsAsync<UploadRefusedException>(() => reader.AddAsync("six.txt", new MemoryStream([1]), Token));
    }

    [Fact]
    public async Task What_is_no_zip_is_refused_with_a_sentence()
    {
        Assert.Contains("is not a zip", await RefusalAsync("a.zip", new MemoryStream("plain words"u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("is not a zip", await RefusalAsync("a.zip", new MemoryStream()), StringComparison.Ordinal);
        var broken = Zip(("a.txt", new byte[5000])).ToArray();
        broken.AsSpan(0, 40).Clear();
        Assert.Contains("is broken", await RefusalAsync("a.zip", new MemoryStream(broken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_was_cut_short_is_called_damaged()
    {
        using var whole = Zip(("a.txt", new byte[5000]));

        Assert.Contains("is damaged: its end is missing", await RefusalAsync("a.zip", new MemoryStream(whole.ToArray()[..60])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_noted_and_the_others_are_taken()
    {
        var reader = new UploadReader(Small);
        await reader.TakeAsync("one.txt", new MemoryStream("one"u8.ToArray()), Token);
        using var evil = Zip(("two.txt", "inside"u8.ToArray()), ("../evil.txt", "evil"u8.ToArray()));
        await reader.TakeAsync("evil.zip", evil, Token);
        using var broken = Zip(("two.txt", "inside"u8.ToArray()), ("long.txt", new byte[10_001]));
        await reader.TakeAsync("broken.zip", broken, Token);
        await reader.TakeAsync("two.txt", new MemoryStream("two"u8.ToArray()), Token);
        await reader.TakeAsync("TWO.txt", new MemoryStream("three"u8.ToArray()), Token);

        Assert.Equal(["one.txt", "evil.zip", "broken.zip", "two.txt", "TWO.txt"], reader.Files.Select(f => f.Name));
        Assert.Equal([false, true, true, false, true], reader.Files.Select(f => f.Refusal is not null));
        Assert.Contains("Two files are called", reader.Files[4].Refusal!, StringComparison.Ordinal);
        var over = await Assert.ThrowsAsync<UploadRefusedException>(() => reader.TakeAsync("six.txt", new MemoryStream([1]), Token));
        Assert.Contains("more than 5 files", over.Message, StringComparison.Ordinal);
    }
}
