using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the e-mail addresses that sentences outside a contact block lost: "events officer, email, telephone 01632 …", "to the following address:".</summary>
internal static class LooseLabels
{
    private static readonly KeySet Media = [.. "phone telephone post text letter fax person sms mail email online website app whatsapp internet courrier téléphone correo teléfono carta".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet Joining = [.. "or ou o".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet Addresses = [.. "address adresse dirección email mail correo courriel électronique electrónico".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet Following = [.. "following suivante siguiente".Split(' ').Select(w => Words.KeyOf(w))];

    public static void Find(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        // Every label of an e-mail address has a "mail" or "cour" or "corr" in it.
        if (!text.Contains("mail", StringComparison.OrdinalIgnoreCase) && !text.Contains("co", StringComparison.OrdinalIgnoreCase))
            return;
        for (var i = 0; i < words.Length && found.Count < GapExtractor.MaxGaps; i++)
        {
            if (!words[i].Is(WordTraits.Label))
                continue;
            var n = words[i].Length > 1 || words[i].Start + 2 < text.Length && text[words[i].End] == '-' ? Lexicon.EmailLabels.MatchAt(words, i) : 0;
            if (n == 0)
                continue;
            var end = words[i + n - 1].End;
            if (IsLeftOpen(release, paragraph, i, n, end))
                GapExtractor.Add(found, GapKind.MissingEmail, paragraph, words[i].Start, text[words[i].Start..end], end < text.Length && text[end] == ':' ? end + 1 : end);
            i += n - 1;
        }
    }

    private static bool IsLeftOpen(ReleaseText release, Paragraph paragraph, int i, int n, int end)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        // "phone 020 7946 0650 or email"
        if (end == text.Length)
            return i > 0 && Joining.Contains(words[i - 1].Key) && !paragraph.Is(Traits.Bullet) && HasNumber(text) && !NextHasEmail(release, paragraph);
        var colon = GapExtractor.SkipSpaces(text, end);
        if (colon < text.Length && text[colon] == ':')
            return i > 0 && (GapExtractor.SkipSpaces(text, colon + 1) >= text.Length ? !LooksOn(words, i) && !NextHasEmail(release, paragraph) : ContactGaps.NextIsLabel(text, words, i + n));
        return IsListed(text, words, i, n, end);
    }

    /// <summary>", email," between a person and a number, and not in a list of ways to write.</summary>
    public static bool IsListed(string text, Word[] words, int i, int n, int end)
    {
        if (end >= text.Length || text[end] != ',' || i == 0 || words[i].Start < 2 || text[words[i].Start - 2] != ',' || Media.Contains(words[i - 1].Key) || i + n >= words.Length)
            return false;
        var labelled = ContactSentence.LabelAt(text, words, i + n) > 0 || (Lexicon.ContactLabels.MatchAt(words, i + n) is > 0 and var label && i + n + label < words.Length && words[i + n + label].Is(WordTraits.Number));
        return labelled || (Joining.Contains(words[i + n].Key) && i + n + 1 < words.Length && !Media.Contains(words[i + n + 1].Key) && Lexicon.ContactVerbs.Find(words, 0, i) >= 0);
    }

    /// <summary>Whether six digits or more stand in a text: it may hold a telephone number.</summary>
    public static bool HasNumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= 6;
    }

    private static bool LooksOn(Word[] words, int at) => Following.Contains(words[at - 1].Key);

    private static bool NextHasEmail(ReleaseText release, Paragraph paragraph) => paragraph.Index < release.Last && ContactSentence.HasEmail(release[paragraph.Index + 1].Text);

    /// <summary>"at the address", "à l’adresse": what hangs at the end of a sentence that asks to write.</summary>
    public static bool IsAddressWithout(Word[] words) => words.Length > 3 && Addresses.Contains(words[^1].Key) && Leading.Contains(words[^2].Key) && words[^1].Length > 4;

    private static readonly KeySet Leading = KeySet.Of("the this l la cette esta e");

    /// <summary>The address of a house has a number, and that of a mailbox its sign.</summary>
    private static bool HoldsAddress(Paragraph paragraph) => paragraph.Text.AsSpan().ContainsAnyInRange('0', '9') || paragraph.Text.Contains('@', StringComparison.Ordinal) || paragraph.Text.Contains("www", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Please send them to the following address:" with no address in the next line, be it of a house or of a mailbox.</summary>
    public static bool IsAddressToFollow(ReleaseText release, Paragraph paragraph)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (text[^1] != ':' || words.Length < 4 || !(Addresses.Contains(words[^1].Key) || Addresses.Contains(words[^2].Key)))
            return false;
        // "à l’adresse suivante :"
        var follows = Following.Contains(words[^1].Key);
        for (var i = words.Length - 2; i >= Math.Max(0, words.Length - 4); i--)
            follows |= Following.Contains(words[i].Key);
        if (!follows)
            return false;
        if (paragraph.Index == release.Last)
            return true;
        var next = release[paragraph.Index + 1];
        return next.Is(Traits.ContactLead) || next.Text.Length > 120 || !(HoldsAddress(next) || (next.Index < release.Last && HoldsAddress(release[next.Index + 1])));
    }
}
