namespace NewsRoom.Core.Releases;

/// <summary>Words of somebody in a release, with their speaker where the text names one.</summary>
public sealed class Quotation
{
    private Quotation() { }

    public Quotation(int position, string text, string? speaker)
    {
        Position = position;
        Text = text;
        Speaker = speaker;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    /// <summary>0-based order in the release; the anchor on its page is <c>quote-{Position + 1}</c>.</summary>
    public int Position { get; private set; }

    /// <summary>The words without their quotation marks.</summary>
    public string Text { get; private set; } = "";

    public string? Speaker { get; private set; }
}
