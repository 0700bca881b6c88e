using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells where in a contact block people are looked for: what leads in may name somebody too, whom nobody is asked to ring ("For interviews with Ben Cole, contact Anna Roe").</summary>
internal sealed class LeadInReader(ContactBlock block)
{
    private string Text => block.Text;

    private Word[] Words => block.Words;

    /// <summary>The word from which on people are named: behind the lead-in; 0 for the first.</summary>
    public int End()
    {
        if (RequestEnd() is > 0 and var request)
            return request;
        // The first verb of contacting opens the place where names are: "For more information on Anna Roe’s visit, please contact …".
        var lead = Lexicon.ContactLeads.MatchAt(Words, 0);
        if (lead == 0)
            return LaterLeadEnd();
        // "For pictures: Anna Roe, no calls before nine": a colon opens it as well, and the labels behind it are no verbs.
        if (lead < Words.Length && Text.AsSpan(Words[lead - 1].End).TrimStart(' ') is [':', ..])
            return lead;
        // "Inquiries to the secretary, Anna Roe, telephone 020 …": the names stand right behind it, and the verb is a label.
        if (Asked.Contains(Words[0].Key) && (Words[lead - 1].Key == To || (lead < Words.Length && Words[lead].Key == To)))
            return lead;

        var line = Text.IndexOf('\n', StringComparison.Ordinal);
        if (block.Phones.Count > 0)
            line = Math.Min(line, block.Phones[0].Start);
        if (SubjectEnd(lead, line) is > 0 and var behind)
            return behind;
        for (var i = 0; i < Words.Length && Words[i].Start < line; i++)
        {
            if (Lexicon.ContactVerbs.MatchAt(Words, i) is > 0 and var n && ContactSentence.LabelAt(Text, Words, i) == 0)
                return i + n;
        }

        return lead;
    }

    private static readonly KeySet Asked = KeySet.Of("enquiry inquiry query question request");

    private static readonly uint To = Segmentation.Words.KeyOf("to");

    /// <summary>"For interviews with Ben Cole: Anna Roe, 020 7946 0123": behind the colon that ends what the contact is for, when somebody is named right there; 0 for none.</summary>
    private int SubjectEnd(int lead, int line)
    {
        for (var i = lead; i < Words.Length && i < lead + 12 && Words[i].Start < line && Lexicon.ContactVerbs.MatchAt(Words, i) == 0; i++)
        {
            if (Text[Words[i - 1].End..Words[i].Start].TrimStart(' ').StartsWith(':'))
                return Words[i].Is(WordTraits.Capital) && NameReader.Reads(Text, Words, i, out var next, out _, mayBeRole: true) && next > i + 1 ? i : 0;
        }

        return 0;
    }

    /// <summary>"Order the guide from our shop. For interviews with Anna Roe, contact Ben Cole": behind the verb of the sentence that leads in; 0 where none does or a number stands before it.</summary>
    private int LaterLeadEnd()
    {
        var lead = ContactSentence.LeadAt(Words);
        var end = block.Phones.Count > 0 ? block.Phones[0].Start : Text.Length;
        var line = Text.IndexOf('\n', StringComparison.Ordinal);
        if (lead <= 0 || !Words[lead].Is(WordTraits.SentenceStart) || Words[lead].Start > Math.Min(end, line))
            return 0;
        for (var i = lead; i < Words.Length && Words[i].Start < Math.Min(end, line); i++)
        {
            if (Lexicon.ContactVerbs.MatchAt(Words, i) is > 0 and var n && ContactSentence.LabelAt(Text, Words, i) == 0)
                return NamesSomebody(i + n, Math.Min(end, line)) ? i + n : 0;
        }

        return 0;
    }

    private bool NamesSomebody(int from, int end)
    {
        for (var i = from; i + 1 < Words.Length && Words[i].End < end; i++)
        {
            if (Words[i + 1].Is(WordTraits.Capital) && NameReader.Reads(Text, Words, i, out var next, out _, mayBeRole: true) && next > i + 1)
                return true;
        }

        return false;
    }

    /// <summary>"To talk to Anna Roe or one of the builders, ring Ben Cole": whoever is to be reached stands behind the last verb; 0 where no request leads in.</summary>
    private int RequestEnd()
    {
        if (Words.Length == 0 || Text.AsSpan(Words[0].Start, Words[0].Length) is not ("To" or "Pour" or "Para"))
            return 0;
        var end = 0;
        for (var i = 1; i < Words.Length && (block.Phones.Count == 0 || Words[i].Start < block.Phones[0].Start) && !Words[i].Is(WordTraits.SentenceStart); i++)
        {
            if (Text[Words[i].Start - 1] == ' ' && Text[Words[i].Start - 2] == ',' && Lexicon.ContactVerbs.MatchAt(Words, i) is > 0 and var n && ContactSentence.LabelAt(Text, Words, i) == 0)
                end = i + n;
        }

        return end;
    }
}
