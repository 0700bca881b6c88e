using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells the offices that every organisation has from names: "Press Office", "Media Relations Team".</summary>
internal static class GenericOffice
{
    private static readonly KeySet Offices =
    [
        .. OfficeReader.Nouns,
        .. KeySet.Of("press media news communication public relation information enquiry enquiries contact officer manager duty general main head national regional corporate external presse prensa comunicación communication the of and for a our de la du des et y"),
    ];

    /// <summary>Whether a name is one that any organisation may have.</summary>
    public static bool Is(string name) => Words.Of(name) is { Length: > 0 } words && Array.TrueForAll(words, word => Offices.Contains(word.Key));
}
