namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>The lines that a site sets around its texts: menus, paths, buttons, pagers, and what stands at the foot of every page.</summary>
internal static class FrameLines
{
    /// <summary>A line of a frame is hardly longer, in characters.</summary>
    private const int Longest = 120;

    /// <summary>A sentence about cookies or a charity's number is hardly longer, in characters.</summary>
    private const int LongestSentence = 240;

    /// <summary>What stands between two entries of a menu.</summary>
    private static readonly string[] Bars = [" | ", " · ", " • ", " » ", " › ", " > ", " >> ", " // ", " / ", " : ", "  "];

    private static readonly PhraseSet Buttons = new(
        "share|share this|share on|share via|tweet|tweet this|print|print this|print page|printer friendly|print friendly|email this|e mail this|send this|send to a friend|email a friend|email to a friend|bookmark|pin it|facebook|twitter|linkedin|whatsapp|like this|permalink|comment|leave a comment|add a comment|like|view",
        "back to top|return to top|to the top|top of page|top of the page|read more|continue reading|read full story|read the full story|full story|listen to this|add to favourites|rss",
        "imprimer|partager|envoyer a un ami|envoyer par|tweeter|lire la suite|haut de page|retour en haut|version imprimable",
        "imprimir|compartir|enviar a un amigo|enviar por|tuitear|leer mas|seguir leyendo|subir|volver arriba|version para imprimir", "drucken|teilen|nach oben|weiterlesen|kommentare");

    /// <summary>Words that buttons consist of beside small ones.</summary>
    private static readonly KeySet ButtonWords = KeySet.Of(
        "share tweet print printer printable friendly version email e mail send bookmark pin like favourite favorite save download pdf page article story stories release post item news this it facebook twitter linkedin whatsapp pinterest google plus instagram youtube reddit telegram messenger mastodon bluesky x rss feed link copy "
        + "permalink comment leave add no back top return read reading more continue full info find out learn listen friend colleague via by on to a of the up link text size "
        + "imprimer partager envoyer tweeter ami par un sur lire suite savoir plus haut de page retour en version imprimable courriel cet article telecharger "
        + "imprimir compartir enviar tuitear amigo por leer mas seguir leyendo subir volver arriba correo este articulo descargar drucken teilen nach oben weiterlesen kommentare artikel view views");

    private static readonly PhraseSet TopPhrases = new(
        "skip to|skip navigation|jump to|you are here|you are in|showing|displaying|filter by|filter|sort by|sorted by|sort|text size|font size|latest news|latest stories|in this section|on this page|search this site|choose language|select language|browse by|view by|select month|select year|select a month|choose a month|go to|refine|refine by|page",
        "vous etes ici|aller au contenu|trier par|filtrer par|affichage|taille du texte|choisir la langue|a la une|usted esta aqui|esta usted en|saltar al|ir al contenido|ordenar por|filtrar por|mostrando|tamano del texto|pagina|ultimas noticias");

    /// <summary>What a path begins with.</summary>
    private static readonly KeySet PathStarts = KeySet.Of("home accueil inicio homepage");

    private static readonly PhraseSet FootPhrases = new(
        "related|related story|related news|related page|related article|related content|related link|see also|you may also like|you might also like|more news|more story|more like this|recent post|recent story|archive|most read|most popular|older release|older story|older post|older entry|older news|newer post|newer entry|previous month|next month|more in|more by this|more from this|last modified|view older|view all|see all|load more|show more|next page|previous page|page|sign up to|sign up for|subscribe to|subscribe|was this page|did you find|rate this page|page last|last updated|follow us|connect with us|find us on|tag cloud|accept all|manage cookies|change settings|quick link|useful link|all right reserved|designed by|powered by|website by|site by|post navigation|you are visitor|visitor number|best viewed|text only version|join our mailing list|join the mailing list|popular|who s online|webmaster|mail the webmaster|contact the webmaster|this page was last|blog archive|followers|site map|sitemap",
        "lire aussi|voir aussi|a lire aussi|sur le meme sujet|article recent|page suivante|page precedente|plus d actualites|mentions legales|plan du site|tous droits reserves|abonnez vous|inscrivez vous a|suivez nous|noticia relacionada|ver tambien|entrada reciente|pagina siguiente|pagina anterior|mas noticias|aviso legal|mapa del sitio|todos los derechos reservados|suscribase|siguenos");

    /// <summary>What a sentence about cookies speaks of beside them, where they are none to eat.</summary>
    private static readonly KeySet CookieWords = KeySet.Of("site website browser accept consent setting settings policy privacy device page audience navigateur navegador sitio web politique politica");

    private static readonly KeySet Cookies = KeySet.Of("cookie cookies");

    private static readonly PhraseSet FootSentences = new(
        "registered charity|charity number|charity no|scottish charity|charity registered|company number|company no|registered in england|registered office|powered by|designed by|website by|right reserved|page last updated|page was last updated|page was last modified|best viewed|page was printed|you are visitor|webmaster|our privacy|privacy policy|terms of use|terms and condition|association loi|droits reserves|derechos reservados");

    /// <summary>What stands beside the field of a form: "Don’t miss a thing! Your e-mail address   SIGN UP".</summary>
    private static readonly PhraseSet Boxes = new("your e mail address sign up|your email address sign up|your e mail address subscribe|your email address subscribe|enter your email|enter your e mail|we respect your privacy");

    /// <summary>"Share this page  Facebook  Twitter", "Print", "Back to top", "Read more", "Imprimer | Partager": what a reader can do with a text, under each of them.</summary>
    public static bool IsButtons(Paragraph paragraph)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (text.Length <= Longest && Boxes.Find(words) >= 0)
            return true;
        if (text.Length > Longest || words.Length is 0 or > 14 || text[^1] is '.' or ':' or '?')
            return false;
        foreach (var word in words)
        {
            if (!ButtonWords.Contains(word.Key) && !(word.Is(WordTraits.Number) && word.Length <= 3))
                return false;
        }

        return Buttons.Find(words) >= 0;
    }

    /// <summary>"Home > News > March 2017", "All | Ships | People", "Showing 1-4 of 4 items", "&lt; Back to all releases": what stands over the texts of a page.</summary>
    public static bool IsTop(Paragraph paragraph)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (text.Length > Longest || words.Length == 0 || text[^1] is '.' or ',' or ';')
            return false;
        return IsRow(text) || IsArrow(text, words) || IsPath(words) || IsKept(text) || IsReadingTime(words) || IsDomain(text) || (PathStarts.Contains(words[0].Key) && text.AsSpan(words[0].End).TrimStart(' ') is ['>' or '›' or '»' or '/' or '|' or '→' or ':', ..])
            || (TopPhrases.MatchAt(words, 0) is > 0 and var n && (words.Length - n <= 6 || text.Contains(':', StringComparison.Ordinal)) && (n > 1 || IsCounted(text, words, n)));
    }

    /// <summary>"The Wayback Machine - http://web.archive.org/web/2006…": what an archive of the web says of a page.</summary>
    private static bool IsKept(string text) => text.Contains("web.archive.org", StringComparison.OrdinalIgnoreCase);

    private static readonly KeySet ReadingTimes = KeySet.Of("minute min read");

    /// <summary>"6-8 minutes", "4 min read": what the reader's view of a browser adds.</summary>
    private static bool IsReadingTime(Word[] words)
    {
        if (words.Length is < 2 or > 4 || !words[0].Is(WordTraits.Number))
            return false;
        foreach (var word in words)
        {
            if (!word.Is(WordTraits.Number) && !ReadingTimes.Contains(word.Key))
                return false;
        }

        return true;
    }

    /// <summary>"harbourtrust.example": the site's address alone.</summary>
    private static bool IsDomain(string text) => text.Length is > 5 and <= 60 && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal) && text.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot && dot < text.Length - 2 && char.IsAsciiLetterLower(text[0]) && char.IsAsciiLetter(text[^1]);

    /// <summary>"Home News Press releases": a path that lost its signs.</summary>
    private static bool IsPath(Word[] words)
    {
        if (words.Length is < 2 or > 8 || !PathStarts.Contains(words[0].Key))
            return false;
        foreach (var word in words)
        {
            if (!Lexicon.Navigation.Contains(word.Key) && !PathStarts.Contains(word.Key))
                return false;
        }

        return true;
    }

    /// <summary>"Older posts »", "1 2 3 … 41 Next page", "Related", "We use cookies on this site.", "A registered charity.": what stands under the texts of a page.</summary>
    public static bool IsFoot(Paragraph paragraph)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (words.Length == 0 || text.Length > LongestSentence)
            return false;
        if (words.Length <= 36 && !text.AsSpan().ContainsAny(OpeningQuotes) && (SpeaksOfCookies(words) || (text.Length <= Longest && FootSentences.Find(words) >= 0)))
            return true;
        if (text.Length > Longest || words.Length > 16)
            return false;
        return IsRow(text) || IsArrow(text, words) || IsCount(text, words) || IsPager(paragraph)
            || (FootPhrases.MatchAt(words, 0) is > 0 and var n && words.Length - n <= 7 && (n > 1 || words.Length == 1 || IsCounted(text, words, n)) && text[^1] is not '.' && !(Lexicon.FollowWords.Starts(words) && IsLeftOpen(text, words)));
    }

    private static readonly KeySet Leading = KeySet.Of("at on via sur en");

    /// <summary>"Find us on Facebook at": the end of a release that lost its link.</summary>
    private static bool IsLeftOpen(string text, Word[] words) => text[^1] == ':' || (Leading.Contains(words[^1].Key) && words[^1].End == text.Length);

    private static readonly KeySet PagerWords = KeySet.Of(
        "page first previous prev next last start end older newer back of to post entry release story item news article début fin première premier précédente précédent suivante suivant dernière dernier primera anterior siguiente última inicio final");

    private static readonly KeySet Steps = KeySet.Of("next previous prev older newer suivante suivant précédente précédent siguiente anterior");

    /// <summary>"« First ‹ Prev 1 2 3 … Next › Last »", "Older posts", "Prev   Next": the way to other pages of a list.</summary>
    public static bool IsPager(Paragraph paragraph)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (text.Length > Longest || words.Length < 2 || text[^1] == '.')
            return false;
        var steps = false;
        foreach (var word in words)
        {
            if (!word.Is(WordTraits.Number) && !PagerWords.Contains(word.Key))
                return false;
            steps |= Steps.Contains(word.Key);
        }

        return steps;
    }

    private static readonly KeySet Captures = KeySet.Of("capture");

    /// <summary>"14 captures": what an archive of the web sets over a page that it keeps.</summary>
    public static bool IsCaptures(Paragraph paragraph) => paragraph.Words is [var count, var word] && count.Is(WordTraits.Number) && Captures.Contains(word.Key);

    /// <summary>"We use cookies on this site.", and not "The children sold four hundred cookies."</summary>
    private static bool SpeaksOfCookies(Word[] words) => words.Any(w => Cookies.Contains(w.Key)) && (words.Length <= 4 || words.Any(w => CookieWords.Contains(w.Key)));

    /// <summary>"▼ June 2009 (14)": how many texts a month or a category has.</summary>
    private static bool IsCount(string text, Word[] words) => words.Length <= 5 && text[^1] == ')' && words[^1].Is(WordTraits.Number) && words[^1].Length <= 3 && words[^1].Start > 0 && text[words[^1].Start - 1] == '(';

    private static readonly PhraseSet Introductions = new(
        "this page|of the page|press release issued|you can find|you will find|here you will|welcome to|use the link|use the form|find all our|browse our|browse the|for older|keep up to date|stay up to date|up to date with|read our latest|read the latest|latest news from|latest news and|all our news|all the latest|our archive|the archive of",
        "sur cette page|retrouvez|toute l actualite|bienvenue sur|nos dernieres|en esta pagina|encuentre|toda la actualidad|bienvenido a|nuestras ultimas");

    /// <summary>"Press releases issued this month. For older items use the links at the foot of the page.": what a page says of itself.</summary>
    public static bool IsIntroduction(Paragraph paragraph) => paragraph.Text.Length <= LongestSentence && Introductions.Find(paragraph.Words) >= 0;

    private static readonly PhraseSet MailHeads = new("from|to|sent|cc|reply to"), MailLines = new("date|subject|de|objet|asunto|fecha");

    /// <summary>"From: Harbour Trust &lt;press@harbour.example&gt;" over a letter of news.</summary>
    public static bool IsMailHead(Paragraph paragraph) =>
        paragraph.Text.Length <= Longest && MailHeads.MatchAt(paragraph.Words, 0) is > 0 and var n && paragraph.Text.AsSpan(paragraph.Words[n - 1].End) is [':', ..];

    /// <summary>"Subject: Bulletin no. 41", "Date: Thu, 4 Feb 2010 17:22:09 +0600" under such a line.</summary>
    public static bool IsMailLine(Paragraph paragraph) =>
        IsMailHead(paragraph) || (paragraph.Text.Length <= Longest && MailLines.MatchAt(paragraph.Words, 0) is > 0 and var n && paragraph.Text.AsSpan(paragraph.Words[n - 1].End) is [':', ..]);

    private static readonly System.Buffers.SearchValues<char> OpeningQuotes = System.Buffers.SearchValues.Create("\"“«");

    /// <summary>"Page 1 of 212", "Filter by: All / News", "Older releases: 2010 | 2009": a figure or a choice behind the word.</summary>
    private static bool IsCounted(string text, Word[] words, int phrase) =>
        words.Length == phrase || words[phrase].Is(WordTraits.Number) || text.AsSpan(words[phrase - 1].End).TrimStart(' ') is [':', ..];

    /// <summary>"&lt; Back to all press releases", "Older entries →": a sign of the way on.</summary>
    private static bool IsArrow(string text, Word[] words) =>
        words.Length <= 8 && (text[0] is '←' or '→' || text[^1] is '→' or '←' || (text.Length > 2 && ((text[1] == ' ' && text[0] is '<' or '‹') || (text[^2] == ' ' && text[^1] is '>' or '›')
            || (text[0] == '«' && !text.Contains('»', StringComparison.Ordinal)) || (text[^1] == '»' && !text.Contains('«', StringComparison.Ordinal)))));

    /// <summary>"My account   Report it   Pay it", "Get help | Our work | News": three entries or more beside one another, none of them a sentence.</summary>
    public static bool IsRow(string text)
    {
        if (text.Length > Longest || text.Contains('@', StringComparison.Ordinal))
            return false;
        var parts = text.Split(Bars, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3)
            return false;
        foreach (var part in parts)
        {
            if (part.Length > 32 || part.Count(c => c == ' ') > 4 || part[^1] is '.' or ';' or ',' || part.Count(char.IsAsciiDigit) > 4)
                return false;
        }

        return true;
    }
}
