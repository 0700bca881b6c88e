using System.Diagnostics;
using System.Globalization;

namespace NewsRoom.Benchmarks;

/// <summary>The built program as a process of its own, in a folder that holds its content and its data.</summary>
internal sealed class NewsRoomProcess : IAsyncDisposable
{
    private readonly Process _process;

    private NewsRoomProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>A folder with themes and nothing to import.</summary>
    public static string NewFolder(string purpose)
    {
        var folder = Directory.CreateTempSubdirectory($"newsroom-{purpose}-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "themes.yml"), Path.Combine(folder, "content", "themes.yml"));
        return folder;
    }

    public static string DatabaseIn(string folder) => Path.Combine(folder, "data", "newsroom.db");

    /// <summary>Runs a verb, or serves when the arguments are settings.</summary>
    public static NewsRoomProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The newsroom did not start.");
        // Read, so that it never waits for somebody to read.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>Serves, and returns once the site is there.</summary>
    public static async Task<NewsRoomProcess> ServeAsync(string folder, Uri address)
    {
        var served = Start(folder, "--urls", address.AbsoluteUri, "--NewsRoom:PublicBaseAddress", address.AbsoluteUri);
        while (await served._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("The site is at", StringComparison.Ordinal))
            {
                _ = served._process.StandardOutput.ReadToEndAsync();
                return served;
            }
        }

        throw new InvalidOperationException("The newsroom did not come up.");
    }

    /// <summary>Megabytes it has in memory now, and had at most.</summary>
    public (long Now, long Most) Memory()
    {
        _process.Refresh();
        return _process.HasExited ? (0, 0) : (_process.WorkingSet64 / 1048576, _process.PeakWorkingSet64 / 1048576);
    }

    public async Task WaitAsync()
    {
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>The web project's own build output, of the configuration that this program was built in.</summary>
    private static string Program()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsRoom.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The measurements run inside the repository.");
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(folder, "src", "NewsRoom.Web", "bin", framework.Parent!.Name, framework.Name, "newsroom.dll");
    }

    /// <summary>An address on this machine that nobody listens at.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}
