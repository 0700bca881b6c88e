using System.Security.Cryptography;

namespace NewsRoom.Web.Hosting;

/// <summary>Keys of this newsroom, which are made when they are first needed and read by nobody else.</summary>
internal static class SecretKey
{
    private const int Length = 32;

    /// <summary>The key in a file of <paramref name="folder"/>; made when it is missing.</summary>
    public static byte[] Read(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            var key = RandomNumberGenerator.GetBytes(Length);
            file.Write(key);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            var key = File.ReadAllBytes(path);
            return key.Length == Length ? key : throw new InvalidDataException($"{path} does not hold a key of {Length} bytes. Delete it to have a new one made.");
        }
    }
}
