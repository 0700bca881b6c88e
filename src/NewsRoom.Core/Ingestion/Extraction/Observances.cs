using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Days and weeks that the world keeps each year: a release that marks one came out in its month.</summary>
internal static class Observances
{
    private static readonly (PhraseSet Names, int Month)[] ByMonth =
    [
        (new("holocaust memorial day|international day of education"), 1),
        (new("world cancer day|international mother language day|safer internet day|journee internationale de la langue maternelle"), 2),
        (new("international women s day|international womens day|international women day|world water day|world tuberculosis day|journee internationale des femmes|journee internationale des droits des femmes|dia internacional de la mujer"), 3),
        (new("world health day|earth day|world malaria day|world book day|journee mondiale de la sante|dia mundial de la salud"), 4),
        (new("world press freedom day|europe day|international nurses day|international day of families|mental health awareness week"), 5),
        (new("world refugee day|refugee week|world environment day|world oceans day|world blood donor day|volunteers week|journee mondiale des refugies|dia mundial de los refugiados|dia mundial del refugiado|journee mondiale de l environnement"), 6),
        (new("world day against trafficking|world day against trafficking in person|world population day|mandela day|journee mondiale de la lutte contre la traite|dia mundial contra la trata"), 7),
        (new("world humanitarian day|international youth day|journee mondiale de l aide humanitaire"), 8),
        (new("international day of peace|world peace day|international literacy day|world tourism day"), 9),
        (new("anti slavery day|world food day|world mental health day|black history month|world teachers day|international day of older person|global handwashing day"), 10),
        (new("remembrance sunday|remembrance day|armistice day|world children s day|international day for the elimination of violence against women"), 11),
        (new("international migrant day|human right day|world aid day|international day of persons with disability|international day for the abolition of slavery|journee internationale des migrants|dia internacional del migrante"), 12),
    ];

    private static readonly PhraseSet Any = new([.. ByMonth.Select(m => m.Names)]);

    /// <summary>The month of the observance that the words name; 0 for none.</summary>
    public static int MonthIn(Word[] words, out int at, out int length)
    {
        // Nearly every text names none: one look tells.
        if (Any.Find(words) < 0)
        {
            at = length = 0;
            return 0;
        }

        foreach (var (names, month) in ByMonth)
        {
            at = names.Find(words);
            if (at >= 0)
            {
                length = names.MatchAt(words, at);
                return month;
            }
        }

        at = length = 0;
        return 0;
    }
}
