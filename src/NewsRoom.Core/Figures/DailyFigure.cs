namespace NewsRoom.Core.Figures;

/// <summary>What is counted.</summary>
public enum FigureKind
{
    View,
    Download,

    /// <summary>An address-book card was taken, or the enquiry form opened.</summary>
    Contact,

    Feed,
}

/// <summary>How often something was asked for on a day of the newsroom's time zone. Nothing of who asked is known.</summary>
public sealed class DailyFigure
{
    private DailyFigure() { }

    public DateOnly Day { get; private set; }

    public FigureKind Kind { get; private set; }

    /// <summary>The release; 0 where it is of none (feeds, contacts by themselves).</summary>
    public int ReleaseId { get; private set; }

    /// <summary>The address of a feed or contact; empty for a release.</summary>
    public string Subject { get; private set; } = "";

    public long Count { get; private set; }
}

/// <summary>Words that were searched for and not found, and how often on a day.</summary>
public sealed class SearchMiss
{
    private SearchMiss() { }

    public DateOnly Day { get; private set; }

    public string Words { get; private set; } = "";

    public long Count { get; private set; }
}
