namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What one cue says of a cut before a paragraph.</summary>
/// <param name="Name">The reason as the report names it.</param>
/// <param name="Weight">Log odds: above zero speaks for a cut, below zero against it.</param>
internal readonly record struct CueWeight(string Name, double Weight);

/// <summary>A reason for or against a cut.</summary>
internal interface ISegmentationCue
{
    /// <summary>Adds what it has to say of a cut before paragraph <paramref name="at"/>; nothing when it has nothing to say.</summary>
    /// <param name="start">The first paragraph of the release that would end.</param>
    void Weigh(Page page, int start, int at, List<CueWeight> weights);
}
