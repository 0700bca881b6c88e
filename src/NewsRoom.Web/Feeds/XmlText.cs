using System.Text;
using System.Xml;

namespace NewsRoom.Web.Feeds;

/// <summary>Text for XML, and documents made of it.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " " };

    /// <summary>The text without the characters that XML 1.0 cannot hold, which a writer would refuse.</summary>
    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)))
            clean.Append(rune.ToString());
        return clean.ToString();
    }

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            writer.WriteStartDocument();
            write(writer);
            writer.WriteEndDocument();
        }

        return bytes.ToArray();
    }
}
