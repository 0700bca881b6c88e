using System.Globalization;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Reads an embargo notice: "Embargoed until 00:01 Tuesday 14 October 2014". It waits for an editor; nothing is published by it.</summary>
internal static class EmbargoReader
{
    public static FoundEmbargo? Find(ReleaseText release)
    {
        for (var i = release.First; i <= Math.Min(release.Last, release.First + 8); i++)
        {
            if (release[i].Is(Traits.Embargo))
                return Read(release[i], release.Page.MonthFirst);
        }

        return null;
    }

    private static FoundEmbargo Read(Paragraph paragraph, bool monthFirst)
    {
        var date = paragraph.Dates(monthFirst).Find(d => d.IsFull);
        DateTime? until = date.Value is { } day ? day.ToDateTime(TimeIn(paragraph, date)) : null;
        return new(paragraph.Text, paragraph.StartLine, until);
    }

    /// <summary>"00:01", "00.01", "0001 hours", "6am", "midnight", "noon"; without a time the day's beginning.</summary>
    private static TimeOnly TimeIn(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var text = paragraph.Text;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Start >= date.Start && words[i].End <= date.End)
                continue;
            var word = text.AsSpan(words[i].Start, words[i].Length);
            if (word.Equals("noon", StringComparison.OrdinalIgnoreCase) || word.Equals("midday", StringComparison.OrdinalIgnoreCase))
                return new(12, 0);
            if (!words[i].Is(WordTraits.Number))
                continue;
            var digits = 0;
            while (digits < word.Length && char.IsAsciiDigit(word[digits]))
                digits++;
            if (digits is 0 or > 4)
                continue;
            var number = int.Parse(word[..digits], CultureInfo.InvariantCulture);
            var hour = digits > 2 ? number / 100 : number;
            var minute = digits > 2 ? number % 100 : 0;
            var suffixAt = i;
            if (digits <= 2 && i + 1 < words.Length && words[i + 1].Start == words[i].End + 1 && text[words[i].End] is ':' or '.' or 'h' && words[i + 1].Is(WordTraits.Number) && int.TryParse(text.AsSpan(words[i + 1].Start, Math.Min(2, words[i + 1].Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var m))
            {
                minute = m;
                suffixAt = i + 1;
            }

            var suffix = string.Concat(text.AsSpan(words[suffixAt].Start, words[suffixAt].Length).TrimStart("0123456789").ToString(), suffixAt + 1 < words.Length ? text.AsSpan(words[suffixAt + 1].Start, words[suffixAt + 1].Length).ToString() : "");
            if (suffix.StartsWith("pm", StringComparison.OrdinalIgnoreCase) && hour < 12)
                hour += 12;
            else if (suffix.StartsWith("am", StringComparison.OrdinalIgnoreCase) && hour == 12)
                hour = 0;
            if (hour < 24 && minute < 60)
                return new(hour, minute);
        }

        return default;
    }
}
