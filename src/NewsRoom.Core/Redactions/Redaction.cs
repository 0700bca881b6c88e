namespace NewsRoom.Core.Redactions;

/// <summary>That words were taken out of the whole archive: who, why, when and how much. Of the words themselves only a keyed hash is kept.</summary>
public sealed class Redaction
{
    public const int MaxReplacement = 100;

    public const int MaxReason = 500;

    private Redaction() { }

    public Redaction(string phraseHash, int words, string replacement, string reason, string by, DateTimeOffset at)
    {
        PhraseHash = phraseHash;
        Words = words;
        Replacement = replacement;
        Reason = reason;
        By = by;
        At = at;
    }

    public int Id { get; private set; }

    /// <summary>HMAC-SHA256 of the folded words, lower-case hex: tells whether words that somebody types were taken out, and does not give them back.</summary>
    public string PhraseHash { get; private set; } = "";

    /// <summary>How many words they were.</summary>
    public int Words { get; private set; }

    /// <summary>What stands in their place.</summary>
    public string Replacement { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Fields in which they stood.</summary>
    public int Places { get; private set; }

    /// <summary>Releases whose text or history was changed.</summary>
    public int Releases { get; private set; }

    /// <summary>Null only inside its own transaction: while it is, the labels of audit entries may be changed (see the trigger).</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When the old bytes were gone from the database file too; null while that is still to be done.</summary>
    public DateTimeOffset? ScrubbedAt { get; private set; }

    public void Complete(int places, int releases, DateTimeOffset at)
    {
        Places = places;
        Releases = releases;
        CompletedAt = at;
    }

    public void NoteScrubbed(DateTimeOffset at) => ScrubbedAt = at;
}
