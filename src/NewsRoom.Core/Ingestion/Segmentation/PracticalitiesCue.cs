namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Releases close with what the reader may do: tickets, opening hours, copies, a deadline. Such a line speaks for a release that begins behind it, and against one that begins with it.</summary>
internal sealed class PracticalitiesCue : ISegmentationCue
{
    /// <summary>A longer paragraph tells more than practicalities.</summary>
    private const int Most = 230;

    private static readonly PhraseSet Said = new(
        "ticket|admission|entry is free|free entry|free of charge|booking|to book|be booked|be downloaded|can be read|can be seen|can be heard|on sale|available from|available at|available in|available to|is available|are available|registration|register by|to register|application form|applications close|deadline|closing date|copies of|a copy of|places are|place must|runs until|run until|runs from|open daily|opening hour|is open from|are open from|put online|on its website|on the website|donation|to donate|refreshment|no need to book|next meeting|doors open|must be returned|must reach|should reach",
        "billet|entree libre|entree gratuite|gratuit|reservation|inscription|tarif|est disponible|sont disponible|telechargeable|etre telecharge|ouvert jusqu|ouverte jusqu|site internet|candidature|date limite",
        "entrada libre|entrada gratuita|gratuito|gratuita|reserva|inscripcion|las plaza|esta disponible|estan disponible|puede descargarse|abierta hasta|abierto hasta|pagina web|solicitud|plazo");

    private Page? _page;
    private sbyte[] _practical = [];

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike))
            return;
        if (!ReferenceEquals(_page, page))
            (_page, _practical) = (page, new sbyte[page.Count]);
        if (IsPractical(page, at))
            weights.Add(new("practicalities", -0.35));
        if (page.BlockStart(at - 1) < 0 && IsPractical(page, at - 1))
            weights.Add(new("practicalities-before", 0.52));
    }

    private bool IsPractical(Page page, int at)
    {
        if (_practical[at] == 0)
            _practical[at] = (sbyte)(page[at].Text.Length <= Most && Said.Find(page[at].Words) >= 0 ? 1 : -1);
        return _practical[at] > 0;
    }
}
