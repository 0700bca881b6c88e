namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Signs of a lead paragraph: a dateline, a date or "today", an actor introduced in full.</summary>
internal sealed class LeadCue : ISegmentationCue
{
    private static readonly PhraseSet Relative = new("today|yesterday|tomorrow|tonight|last night|this week|this morning|this afternoon|this evening|this month|this weekend|last week|next week|earlier today|later today|aujourd hui|hier|demain|ce matin|ce soir|cette semaine|la semaine derniere|hoy|ayer|manana|esta semana|la semana pasada|esta manana");

    private static readonly PhraseSet LeadVerbs = new("has announced|have announced|announced|announces|is calling|has launched|have launched|launched|launches|has been awarded|has been named|has welcomed|is hosting|is partnering|has opened|will open|has published|have published|published|has released|has received|has appointed|appointed|are being urged|is urging|is inviting|have joined|has undertaken|will take place|annonce|a annonce|lance|a lance|anuncio|ha anunciado|ha lanzado|lanza|inaugura|presenta");

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0)
            return;
        var paragraph = page[at];
        if (paragraph.Is(Traits.Dateline) && !paragraph.Is(Traits.TitleLike) && !page.Is(at - 1, Traits.TitleLike | Traits.Byline) && page.HeadStart(at - 1) < 0)
            weights.Add(new("dateline", 4.5));
        else if (BeginsWithDate(paragraph, page.MonthFirst) && !page.Is(at - 1, Traits.TitleLike | Traits.Byline) && page.HeadStart(at - 1) < 0)
            weights.Add(new("dated-lead", 4));
        else if (!paragraph.Is(Traits.Dateline) && page.Shape.Datelines && !page.Is(at, Traits.TitleLike))
            weights.Add(new("no-dateline", -1.5));
        if (!paragraph.Is(Traits.TitleLike))
        {
            var signs = Signs(page, at);
            if (signs > 0)
                weights.Add(new("lead-paragraph", signs * 1.1));
            if (paragraph.Text.Length < 60)
                weights.Add(new("short-paragraph", -3.4));
            if (!paragraph.Is(Traits.LooksBack | Traits.StartsLow | Traits.StartsWithQuote) && Announces(paragraph))
                weights.Add(new("announces", 0.94));
        }

        if (paragraph.Is(Traits.StartsWithQuote) && HasSpeech(paragraph))
            weights.Add(new("quotation", -2.6));
        else if (QuotesSomebody(paragraph))
            weights.Add(new("speech-inside", -4));
        if (SpeaksOfKnownPerson(paragraph))
            weights.Add(new("honorific", -2.1));
    }

    /// <summary>"02.04.12 The Council has voted …": a day in full, and the text at once.</summary>
    private static bool BeginsWithDate(Paragraph paragraph, bool monthFirst) =>
        paragraph.Text.Length > 80 && !paragraph.Is(Traits.Bullet | Traits.Numbered) && char.IsAsciiDigit(paragraph.Text[0]) && paragraph.Dates(monthFirst) is [{ IsFull: true, Start: 0 } date, ..]
        && paragraph.Words.FirstOrDefault(w => w.Start >= date.End) is { Length: > 0 } next && next.Is(WordTraits.Capital) && next.Start - date.End <= 3;

    /// <summary>How much a paragraph looks like a lead, 0 to 3.</summary>
    public static double Signs(Page page, int at)
    {
        var paragraph = page[at];
        if (paragraph.Is(Traits.LooksBack | Traits.StartsLow | Traits.Bullet | Traits.Numbered))
            return 0;
        var words = paragraph.Words;
        var end = FirstSentences(words, 2);
        var score = 0.0;
        if (Relative.Find(words, 0, end) is >= 0 and var when)
            score += when < 3 ? 1.6 : 1.1;
        foreach (var date in paragraph.Dates(page.MonthFirst))
        {
            if (!date.HasDay || date.Start > 350)
                continue;
            score += 1.1;
            break;
        }

        if (LeadVerbs.Find(words, 0, Math.Min(end, 28)) >= 0)
            score += 0.8;
        if (DefinesAcronym(paragraph))
            score += 0.5;
        return Math.Min(score, 3);
    }

    private static readonly KeySet Perfect = [.. "has have".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly PhraseSet Announcing = new("will|is to|are to|is being|are being|are expected|is expected|is looking for|are looking for|is asking|are asking|is calling|may now|can now|is now|are now|gathered|attended|hosted|met|visited|va|seront|sera|se celebrara|sera");

    /// <summary>The first sentence says what has happened or will.</summary>
    private static bool Announces(Paragraph paragraph)
    {
        var words = paragraph.Words;
        var end = Math.Min(FirstSentences(words, 1), 30);
        for (var i = 1; i < end; i++)
        {
            if (Perfect.Contains(words[i].Key) || Announcing.MatchAt(words, i) > 0)
                return true;
        }

        return false;
    }

    private static int FirstSentences(Word[] words, int count)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Is(WordTraits.SentenceStart) && i > 6 && --count == 0)
                return i;
        }

        return words.Length;
    }

    private static bool DefinesAcronym(Paragraph paragraph)
    {
        foreach (var word in paragraph.Words)
        {
            if (word.Start > 300)
                return false;
            if (word.Is(WordTraits.AllCapitals) && word.Start > 0 && paragraph.Text[word.Start - 1] == '(' && word.End < paragraph.Text.Length && paragraph.Text[word.End] == ')')
                return true;
        }

        return false;
    }

    /// <summary>A verb of speech beside a quotation mark: leads announce, later paragraphs quote.</summary>
    private static bool QuotesSomebody(Paragraph paragraph)
    {
        if (paragraph.Text.AsSpan().IndexOfAny('“', '"', '«') < 0)
            return false;
        foreach (var word in paragraph.Words)
        {
            if (Lexicon.SpeechVerbs.Contains(word.Key) && paragraph.Text.AsSpan(Math.Max(0, word.Start - 40), Math.Min(paragraph.Text.Length, word.End + 60) - Math.Max(0, word.Start - 40)).IndexOfAny('“', '”', '"') >= 0)
                return true;
        }

        return false;
    }

    private static readonly KeySet Honorifics = [.. "mr mrs ms miss mme sr sra".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>"Ms Roe": somebody introduced before.</summary>
    private static bool SpeaksOfKnownPerson(Paragraph paragraph)
    {
        var words = paragraph.Words;
        for (var i = 0; i + 1 < words.Length && words[i].Start < 250; i++)
        {
            if (words[i].Is(WordTraits.Capital) && Honorifics.Contains(words[i].Key) && words[i + 1].Is(WordTraits.Capital) && !(i + 2 < words.Length && words[i + 2].Is(WordTraits.Capital) && words[i + 2].Start - words[i + 1].End == 1))
                return true;
        }

        return false;
    }

    private static bool HasSpeech(Paragraph paragraph)
    {
        foreach (var word in paragraph.Words)
        {
            if (Lexicon.SpeechVerbs.Contains(word.Key))
                return true;
        }

        return paragraph.Text[^1] is '"' or '”' or '»';
    }
}
