using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsRoom.Core.Tests.Links;

/// <summary>A server on the loopback address that counts who connects and answers by the first line of the request.</summary>
internal sealed class SmallServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<string, string> _answer;
    private readonly List<string> _asked = [];
    private int _connections;

    /// <param name="answer">From "GET /path" to the head of the answer, without its empty line.</param>
    public SmallServer(Func<string, string> answer, IPAddress? address = null)
    {
        _answer = answer;
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    public string At(string path) => $"http://127.0.0.1:{Port}{path}";

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            if (await reader.ReadLineAsync() is not { } line)
                return;
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
                // The rest of the head.
            }

            var asked = line.Replace(" HTTP/1.1", "", StringComparison.Ordinal);
            lock (_asked)
                _asked.Add(asked);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_answer(asked)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }
}
