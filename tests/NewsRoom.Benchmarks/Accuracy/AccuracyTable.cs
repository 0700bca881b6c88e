using System.Globalization;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Prints the measures as one row a document, one a shape and one a set.</summary>
internal sealed class AccuracyTable(TextWriter output)
{
    private static readonly string[] Columns =
        ["bP", "bR", "bF1", "seg", "conP", "conR", "tel", "thmP", "thmR", "trap", "dat=", "dat~", "dtrp", "gapP", "gapR", "lost"];

    public void Head(string set) =>
        output.WriteLine($"{set,-36} {"key/found",9} {string.Join(' ', Columns.Select(c => $"{c,5}"))}");

    public void Row(string name, Tally t)
    {
        // A document of several releases in which none was found is not precise for want of wrong cuts.
        var silent = t[Count.ReleasesFound] == 0 && t[Count.CutsMissed] > 0;
        var precision = silent ? 0 : t.Precision(Count.CutsRight, Count.CutsWrong);
        var recall = t.Recall(Count.CutsRight, Count.CutsMissed);
        string[] cells =
        [
            Number(precision), Number(recall), Number(Tally.F1(precision, recall)),
            Number(t.Share(Count.SegmentsRight, Count.SegmentsInKey)),
            Number(t.Precision(Count.ContactsRight, Count.ContactsWrong)), Number(t.Share(Count.ContactsRight, Count.ContactsInKey)),
            Number(t.Share(Count.PhonesRight, Count.PhonesInKey)),
            Number(t.Precision(Count.ThemesRight, Count.ThemesWrong)), Number(t.Recall(Count.ThemesRight, Count.ThemesMissed)),
            $"{t[Count.ThemeTrapsHit]}/{t[Count.ThemeTraps]}",
            Number(t.Share(Count.DatesExact, Count.DatesInKey)), Number(t.Share(Count.DatesConsistent, Count.DatesInKey)),
            t[Count.DateTrapsHit].ToString(CultureInfo.InvariantCulture),
            Number(t.Precision(Count.GapsRight, Count.GapsWrong)), Number(t.Share(Count.GapsRight, Count.GapsInKey)),
            $"{t[Count.ReleasesLost]}:{t[Count.LinesLost]}",
        ];
        var shown = name.Length > 36 ? name[..36] : name;
        output.WriteLine($"{shown,-36} {$"{t[Count.ReleasesInKey]}/{t[Count.ReleasesFound]}",9} {string.Join(' ', cells.Select(c => $"{c,5}"))}");
    }

    public void Note(string note) => output.WriteLine($"      {note}");

    public void Summary(Tally t)
    {
        output.WriteLine($"confidence   cuts given 0.9 or more: {Of(t, Count.SureCutsRight, Count.SureCuts)} right; given less: {Of(t, Count.UnsureCutsRight, Count.UnsureCuts)} right");
        output.WriteLine($"duplicates   pairs in key {t[Count.PairsInKey]}, found {t[Count.PairsFound]}, right {t[Count.PairsRight]}: precision {Number(t.Share(Count.PairsRight, Count.PairsFound))} recall {Number(t.Share(Count.PairsRight, Count.PairsInKey))}");
        output.WriteLine($"dates        exact {Of(t, Count.DatesExact, Count.DatesInKey)}, consistent {Of(t, Count.DatesConsistent, Count.DatesInKey)}; evidence found in the text {Of(t, Count.DatesWithTrueEvidence, Count.DatesWithEvidence)}");
        output.WriteLine($"contacts     second phones {Of(t, Count.SecondPhonesRight, Count.SecondPhonesInKey)}; e-mails {Of(t, Count.MailsRight, Count.MailsInKey)}; roles {Of(t, Count.RolesRight, Count.RolesInKey)}; offices {Of(t, Count.OfficesRight, Count.OfficesInKey)}; invented phones {t[Count.PhonesInvented]}, e-mails {t[Count.MailsInvented]}");
        output.WriteLine($"text         titles {Of(t, Count.TitlesRight, Count.TitlesInKey)}; languages {Of(t, Count.LanguagesRight, Count.LanguagesInKey)}");
        output.WriteLine($"coverage     releases lost {t[Count.ReleasesLost]}, content lines lost {Of(t, Count.LinesLost, Count.LinesInKey)}, lines in two releases {t[Count.LinesTwice]}, phantom releases {t[Count.Phantoms]}");
        output.WriteLine();
    }

    private static string Of(Tally t, Count part, Count whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{t[part]}/{t[whole]} ({Number(t.Share(part, whole))})");

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
