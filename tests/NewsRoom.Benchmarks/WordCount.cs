using System.Runtime.InteropServices;
using System.Text;

namespace NewsRoom.Benchmarks;

/// <summary>What reading is measured against: a loop that decodes a document, splits it at spaces and counts its words. It is about the least that anything does which looks at every word.</summary>
internal static class WordCount
{
    public static int Of(byte[] bytes)
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in Encoding.UTF8.GetString(bytes).Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        return counts.Count;
    }
}
