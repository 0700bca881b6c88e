using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsRoom.Benchmarks;

/// <summary>
/// <c>start [N]</c>: starts the built program N times on an empty database and N times on the one it has just made, and counts until the first page answers.
/// An ASP.NET program that does nothing takes turns with it: what the machine is busy with otherwise slows both, and the ratio stays.
/// </summary>
internal static class StartCommand
{
    /// <summary>The argument that makes of this program the empty one.</summary>
    public const string Empty = "empty-site";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(int rounds, TextWriter output)
    {
        if (FindProgram() is not { } program)
        {
            output.WriteLine("Build the program first, in the configuration of this one: dotnet build src/NewsRoom.Web");
            return 1;
        }

        List<Took> empty = [], first = [], second = [];
        for (var round = 0; round < rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("newsroom-start-");
            try
            {
                CopyArchive(program.Content, Path.Combine(folder.FullName, "content"));
                empty.Add(await StartAsync(folder.FullName, [typeof(StartCommand).Assembly.Location, Empty]));
                first.Add(await StartAsync(folder.FullName, [program.Path]));
                second.Add(await StartAsync(folder.FullName, [program.Path]));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        output.WriteLine($"{"until the first page answers",-34} {"best",7} {"median",7} {"of empty",9} {"processor",10}");
        Row(output, "an empty ASP.NET program", empty, empty);
        Row(output, "the newsroom, empty database", first, empty);
        Row(output, "the newsroom, its database there", second, empty);
        return 0;
    }

    /// <summary>The program that answers every request with a word.</summary>
    public static async Task<int> ServeNothingAsync(string[] args)
    {
        var app = WebApplication.CreateSlimBuilder(args).Build();
        app.Run(context => context.Response.WriteAsync("Nothing"));
        await app.RunAsync();
        return 0;
    }

    private static void Row(TextWriter output, string name, List<Took> took, List<Took> empty) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-34} {took.Min(t => t.Clock).TotalSeconds,5:0.00} s {Median(took),5:0.00} s {Median(took) / Median(empty),8:0.0}x {took.Min(t => t.Processor).TotalSeconds,8:0.00} s"));

    private static double Median(List<Took> took) => took.Select(t => t.Clock.TotalSeconds).Order().ElementAt(took.Count / 2);

    private static async Task<Took> StartAsync(string folder, string[] command)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[.. command, "--urls", $"http://127.0.0.1:{port}"])
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await AnswersAsync(process, new Uri($"http://127.0.0.1:{port}/"), clock);
            return new(clock.Elapsed, process.TotalProcessorTime);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task AnswersAsync(Process process, Uri address, Stopwatch clock)
    {
        using var client = new HttpClient { Timeout = Patience };
        while (clock.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException("The program did not answer.");
    }

    private static (string Path, string Content)? FindProgram()
    {
        // …/tests/NewsRoom.Benchmarks/bin/CONFIGURATION/FRAMEWORK/
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        for (var root = framework.Parent; root is not null; root = root.Parent)
        {
            var path = Path.Combine(root.FullName, "src", "NewsRoom.Web", "bin", framework.Parent!.Name, framework.Name, "newsroom.dll");
            if (File.Exists(path))
                return (path, Path.Combine(root.FullName, "content"));
        }

        return null;
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

    private readonly record struct Took(TimeSpan Clock, TimeSpan Processor);
}
