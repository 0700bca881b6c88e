namespace NewsRoom.Core.Releases;

/// <summary>A place where the source lost an address or a link.</summary>
public sealed class Gap
{
    private Gap() { }

    public Gap(GapKind kind, int line, string text, string sentence, int position)
    {
        Kind = kind;
        Line = line;
        Text = text;
        Sentence = sentence;
        Position = position;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    public GapKind Kind { get; private set; }

    /// <summary>1-based line of the source document.</summary>
    public int Line { get; private set; }

    /// <summary>The words that stand where something is missing: "Email:", "please click here".</summary>
    public string Text { get; private set; } = "";

    /// <summary>The sentence around it, for an editor who has only this list.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>0-based order among the release's gaps, which is also the order of the markers in its imported body.</summary>
    public int Position { get; private set; }

    /// <summary>The address or link an editor put there; null while the gap is open.</summary>
    public string? Mend { get; private set; }

    public DateTimeOffset? MendedAt { get; private set; }

    public string? MendedBy { get; private set; }

    public bool IsOpen => MendedAt is null;

    public void MendWith(string replacement, string by, DateTimeOffset at)
    {
        Mend = replacement;
        MendedBy = by;
        MendedAt = at;
    }
}
