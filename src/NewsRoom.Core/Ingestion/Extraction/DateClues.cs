using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

internal enum Tense
{
    Unknown,
    Past,
    Future,
}

/// <summary>A date in a release, and what the sentence around it does with it.</summary>
/// <param name="Lead">It stands in the headline or the first paragraphs: it is what the release is about.</param>
/// <param name="Background">It is told in passing: "since 2004", "published in October 2014".</param>
internal sealed record DatedEvent(DateMention Date, Tense Tense, bool Lead, bool Background, string Phrase, int Line)
{
    /// <summary>It ends the time that figures are of: "the six months to 30 September 2018".</summary>
    public bool EndsPeriod { get; init; }

    /// <summary>It is the month that something lasts until: "frozen until April 2016", told years ahead.</summary>
    public bool IsTerm { get; init; }

    /// <summary>It may be the news itself or be told in passing: "published on 3 December 2021".</summary>
    public bool IsTold { get; init; }

    /// <summary>It is a day in full that what the release opens with goes on since: "have been living in a mission since 28 September 2021".</summary>
    public bool IsSince { get; init; }

    /// <summary>It is a month that the first paragraph tells of: "received their certificates in November 2014".</summary>
    public bool IsMonthOfLead { get; init; }
}

/// <summary>A phrase that says on which day the release came out.</summary>
/// <param name="Offset">Days from the date named to the day of publication: 1 for "yesterday (12/6)".</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record PublicationClue(DateMention Date, int Offset, string Phrase, int Line, double Confidence)
{
    /// <summary>Months from the date named to the day of publication: 1 for "last month, September 2023".</summary>
    public int Months { get; init; }

    /// <summary>It tells the month and no day.</summary>
    public bool IsMonth => !Date.HasDay || Months != 0;
}

/// <summary>Everything in one release that speaks of its date.</summary>
internal sealed record DateClues
{
    public PublicationClue? Publication { get; init; }

    public IReadOnlyList<DatedEvent> Events { get; init; } = [];

    /// <summary>Years that name the present: "Refugee Week 2014", "London 2014".</summary>
    public IReadOnlyList<(int Year, string Phrase, int Line)> CurrentYears { get; init; } = [];

    /// <summary>The latest year told as past; 0 for none.</summary>
    public int PastYear { get; init; }

    /// <summary>The last day of the earliest part of a year that is told as coming: "in the spring of 2020".</summary>
    public DateOnly? Coming { get; init; }

    /// <summary>The latest year that figures are of, which come out in the year behind it: "spent £14.2 million in 2012".</summary>
    public (int Year, string Phrase, int Line)? Report { get; init; }

    /// <summary>The time that the line over this and other releases of the page says they are of; null when there is none.</summary>
    public PagePeriod? Section { get; init; }

    /// <summary>A yearly observance that the release marks.</summary>
    public (int Month, string Phrase, int Line)? Observance { get; init; }

    /// <summary>A future event is near: "later this week", "tomorrow".</summary>
    public bool IsNear { get; init; }
}
