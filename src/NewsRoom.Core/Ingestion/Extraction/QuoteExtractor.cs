using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds what people said, and who said it.</summary>
internal static class QuoteExtractor
{
    /// <summary>Shorter runs in quotation marks are names and titles, not speech.</summary>
    private const int MinWords = 5;

    public static List<FoundQuote> Find(ReleaseText release)
    {
        var quotes = new List<FoundQuote>();
        var names = new SpeakerReader.FullNames(release);
        string? last = null;
        for (var i = release.First; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (i == release.Title || release.Page.BlockStart(i) >= 0)
                continue;
            foreach (var (start, end) in Runs(paragraph.Text))
            {
                if (CountWords(paragraph, start, end) < MinWords || IsTitle(paragraph, start, end))
                    continue;
                var inner = paragraph.Text[(start + 1)..end].Trim().TrimEnd(',').Trim();
                var speaker = SpeakerReader.Read(paragraph, start, end, names, last);
                var speaks = speaker is not null || NearSpeech(paragraph, start, end);
                if (!speaks && !StandsAlone(paragraph.Text, start, end))
                    continue;
                quotes.Add(new(speaker, paragraph.LineAt(start), inner));
                last = speaker ?? last;
            }
        }

        return quotes;
    }

    private static readonly KeySet Works = [.. ("report study survey book booklet paper article film documentary exhibition song album play novel poem lecture talk seminar workshop conference campaign project programme guide leaflet manual poster chapter essay series podcast theme motto slogan discussion debate event panel meeting summit session roundtable webinar forum briefing title titled entitled called named headed " +
        "rapport étude enquête livre ouvrage article film exposition chanson pièce roman conférence campagne projet guide thème devise titre intitulé intitulée baptisé baptisée informe estudio encuesta libro artículo película exposición canción obra novela conferencia campaña proyecto guía lema título titulado titulada llamado llamada").Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>"a report, “The number of deaths at sea”, says", "the project “Improving Cooperation on Migration,” which": the name of a work, which nobody speaks. It is in capitals like a headline, or stands by the word for what it is;
    /// speech closes with a sign of its own, or is led in to by a verb or a colon.</summary>
    private static bool IsTitle(Paragraph paragraph, int start, int end)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (IsInCapitals(words, start, end))
            return true;
        if (end >= text.Length || text[end - 1] is '.' or ',' or '!' or '?' or '…' || (start > 1 && text.AsSpan(0, start).TrimEnd() is [.., ':']))
            return false;
        var before = Words.LastUpTo(words, start);
        for (var i = before; i >= 0 && i > before - 3 && !words[i].Is(WordTraits.SentenceStart); i--)
        {
            if (Works.Contains(words[i].Key))
                return true;
            if (Lexicon.SpeechVerbs.Contains(words[i].Key))
                break;
        }

        var behind = Words.FirstFrom(words, end);
        return behind >= 0 && text.AsSpan(end + 1) is [',', ..] && Enumerable.Range(behind, Math.Min(4, words.Length - behind)).Any(i => Works.Contains(words[i].Key));
    }

    /// <summary>Whether every longer word begins with a capital, and not with capitals alone: somebody shouting speaks.</summary>
    private static bool IsInCapitals(Word[] words, int start, int end)
    {
        var (longer, shouted, small) = (0, 0, 0);
        for (var i = Words.FirstFrom(words, start); i >= 0 && i < words.Length && words[i].Start < end; i++)
        {
            var isLonger = words[i].Length > 3 && !words[i].Is(WordTraits.Number);
            if (!words[i].Is(WordTraits.Capital))
            {
                if (isLonger)
                    return false;
                small++;
            }
            else if (isLonger)
            {
                longer++;
                shouted += words[i].Is(WordTraits.AllCapitals) ? 1 : 0;
            }
        }

        return shouted < longer && (longer > 2 || small == 0);
    }

    private static bool StandsAlone(string text, int start, int end) => start < 3 && end > text.Length * 2 / 3;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("“”\"«»„");

    private static int Next(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny(Marks);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>Pairs of quotation marks. An opening mark that was set the wrong way round still opens.</summary>
    private static List<(int Start, int End)> Runs(string text)
    {
        var runs = new List<(int, int)>();
        var open = -1;
        for (var i = text.AsSpan().IndexOfAny(Marks); i >= 0; i = Next(text, i + 1))
        {
            var c = text[i];
            var opens = c is '“' or '«' or '„' || (c is '"' or '”' && open < 0);
            if (opens && open < 0)
            {
                open = i;
            }
            else if (open >= 0 && c is not ('“' or '«' or '„'))
            {
                runs.Add((open, i));
                open = -1;
            }
            else if (open >= 0 && c == '“')
            {
                open = i;
            }
        }

        // A speech that runs on into the next paragraph has no closing mark.
        if (open >= 0 && text.Length - open > 60)
            runs.Add((open, text.Length));
        return runs;
    }

    private static int CountWords(Paragraph paragraph, int start, int end)
    {
        var first = Words.FirstFrom(paragraph.Words, start);
        return first < 0 ? 0 : Math.Max(0, Words.LastUpTo(paragraph.Words, end) - first + 1);
    }

    private static bool NearSpeech(Paragraph paragraph, int start, int end)
    {
        var words = paragraph.Words;
        for (var i = Words.LastUpTo(words, start); i >= 0 && start - words[i].End < 60; i--)
        {
            if (Lexicon.SpeechVerbs.Contains(words[i].Key))
                return true;
        }

        for (var i = Words.FirstFrom(words, end); i >= 0 && i < words.Length && words[i].Start - end < 120; i++)
        {
            if (Lexicon.SpeechVerbs.Contains(words[i].Key))
                return true;
        }

        return false;
    }
}
