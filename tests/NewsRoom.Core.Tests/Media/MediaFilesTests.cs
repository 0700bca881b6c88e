using NewsRoom.Core.Media;
using Xunit;

namespace NewsRoom.Core.Tests.Media;

public sealed class MediaFilesTests : IDisposable
{
    private const string Hash = "aa00000000000000000000000000000000000000000000000000000000000001";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-media-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_stored_whole_for_its_owner_alone_and_read_and_deleted_again()
    {
        using var files = new MediaFiles(Path.Combine(_folder, "media"));
        await files.SaveAsync(Hash, new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken);

        var stored = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(stored));
        await using (var read = files.Open(Hash))
            Assert.Equal(3, read!.Length);
        files.Delete(Hash);
        Assert.Null(files.Open(Hash));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("AA00000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("..00000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("")]
    public void Nothing_but_a_hash_becomes_a_path(string name)
    {
        using var files = new MediaFiles(_folder);
        Assert.Throws<ArgumentException>(() => files.Open(name));
        Assert.Throws<ArgumentException>(() => files.Delete(name));
    }

    [Fact]
    public void A_link_in_the_folder_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var files = new MediaFiles(_folder);
        var secret = Path.Combine(_folder, "secret");
        File.WriteAllText(secret, "x");
        Directory.CreateDirectory(Path.Combine(_folder, "aa"));
        File.CreateSymbolicLink(Path.Combine(_folder, "aa", Hash), secret);
        Assert.Null(files.Open(Hash));
    }
}
