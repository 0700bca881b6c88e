namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Tells the lines that a content system's labels stand on: "Posted: Tuesday, April 4, 2017 - 16:33 Image: Region-Country:".</summary>
internal static class SystemLabels
{
    /// <summary>So many characters a line of labels may have: their values stand in it too.</summary>
    private const int LongestRun = 500;

    /// <summary>So many words stand before the first colon of a line of labels.</summary>
    private const int MostBeforeColon = 5;

    private static readonly PhraseSet PostedLabels = new("posted|publie|publicado");

    /// <summary>"Image:", "Region-Country: Asia": a label with its colon begins the line, and it is no credit of a picture.</summary>
    public static bool Begins(string text, Word[] words)
    {
        var n = LabelAt(text, words, 0);
        return n > 0 && !IsCredit(text, words, n);
    }

    /// <summary>How many words a label of the content system with its colon has; 0 where none stands.</summary>
    private static int LabelAt(string text, Word[] words, int at) =>
        Lexicon.SystemLabels.MatchAt(words, at) is > 0 and var n && words[at + n - 1].End < text.Length && text[words[at + n - 1].End] == ':' ? n : 0;

    /// <summary>"Language English Posted: Tuesday, April 4, 2017 - 16:33 Image: Region-Country: Asia": a label begins it, and others with their colons are in it.</summary>
    public static bool IsRun(string text, Word[] words)
    {
        if (text.Length > LongestRun || words.Length == 0 || words[0].Start > 0 || !Lexicon.SystemLabels.Starts(words))
            return false;
        var labels = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (LabelAt(text, words, i) is > 0 and var n)
                (labels, i) = (labels + 1, i + n - 1);
            else if (labels == 0 && i >= MostBeforeColon)
                return false;
        }

        return labels >= 2;
    }

    /// <summary>"Image: courtesy of the coastguard": one label and several words behind it credit a picture.</summary>
    private static bool IsCredit(string text, Word[] words, int label) =>
        words.Length - label >= 2 && Lexicon.PhotoWords.Starts(words) && text.IndexOf(':', StringComparison.Ordinal) == text.LastIndexOf(':');

    /// <summary>"Posted: Tuesday, April 4, 2017 - 16:33" is a label of the content system, wherever it stands.</summary>
    public static bool IsPosted(string text, Word[] words) => PostedLabels.Starts(words) && words[0].End < text.Length && text[words[0].End] == ':';
}
