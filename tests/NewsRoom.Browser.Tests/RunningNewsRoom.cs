using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsRoom.Browser.Tests;

/// <summary>The built program as a process of its own, as somebody who has just cloned it would start it: an empty folder with a copy of the archive.</summary>
public sealed class RunningNewsRoom : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Process _process;
    private readonly string _folder;
    private readonly IReadOnlyList<string> _settings;

    private readonly List<string> _lines = [];

    private RunningNewsRoom(Process process, string folder, Uri address, IReadOnlyList<string> settings)
    {
        _process = process;
        _folder = folder;
        Address = address;
        _settings = settings;
    }

    public Uri Address { get; }

    /// <summary>What the start printed.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The one-time link for the first editor.</summary>
    public Uri SetupLink => new(Lines.Select(l => l.Trim()).Single(l => l.Contains("/account/setup?token=", StringComparison.Ordinal)));

    /// <param name="host">Passkeys need a name: "localhost".</param>
    /// <param name="more">Documents beside the archive: name and text.</param>
    /// <param name="settings">Further arguments, such as <c>--Mail:SmtpPort=25</c>.</param>
    public static async Task<RunningNewsRoom> StartAsync(CancellationToken cancellationToken, string host = "127.0.0.1", IReadOnlyDictionary<string, string>? more = null, IReadOnlyList<string>? settings = null)
    {
        var root = RepositoryRoot();
        var folder = Directory.CreateTempSubdirectory("newsroom-browser-").FullName;
        CopyArchive(Path.Combine(root, "content"), Path.Combine(folder, "content"));
        foreach (var (name, text) in more ?? new Dictionary<string, string>())
            await File.WriteAllTextAsync(Path.Combine(folder, "content", name), text, cancellationToken);
        var address = new Uri($"http://{host}:{FreePort()}");
        var process = Launch(folder, address, settings ?? []);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var newsroom = new RunningNewsRoom(process, folder, address, settings ?? []);
        if (await newsroom.IsServingAsync(cancellationToken))
            return newsroom;
        await newsroom.DisposeAsync();
        throw new InvalidOperationException($"The newsroom did not come up. {string.Join('\n', newsroom.Lines)}\n{await errors}");
    }

    /// <summary>Kills the program as a power cut would, in the middle of whatever it does, and starts it again on the same folder.</summary>
    public async Task KillAndRestartAsync(CancellationToken cancellationToken)
    {
        await KillAsync(cancellationToken);
        await RestartAsync(cancellationToken);
    }

    /// <summary>Kills the program as a power cut would.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancellationToken);
        _process.Dispose();
    }

    /// <summary>Starts the program, after <see cref="KillAsync"/>, on the same folder and address.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        _lines.Clear();
        _process = Launch(_folder, Address, _settings);
        var errors = _process.StandardError.ReadToEndAsync(cancellationToken);
        if (!await IsServingAsync(cancellationToken))
            throw new InvalidOperationException($"The newsroom did not come up again. {string.Join('\n', Lines)}\n{await errors}");
    }

    private static Process Launch(string folder, Uri address, IReadOnlyList<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Program(RepositoryRoot()), "--urls", address.AbsoluteUri, "--NewsRoom:PublicBaseAddress", address.AbsoluteUri, .. settings])
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The newsroom did not start.");
    }

    /// <summary>Reads the plain lines until the one that says where the site is.</summary>
    private async Task<bool> IsServingAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                _lines.Add(line);
                if (line.StartsWith("The site is at", StringComparison.Ordinal))
                    return true;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _lines.Add($"It said nothing more for {Patience.TotalSeconds} seconds.");
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The web project's own build output, of the configuration the tests were built in.</summary>
    private static string Program(string root)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(root, "src", "NewsRoom.Web", "bin", framework.Parent!.Name, framework.Name, "newsroom.dll");
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsRoom.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }

    private static void CopyArchive(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
