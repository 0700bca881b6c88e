namespace NewsRoom.Web.Areas.Admin.Pages.Figures;

/// <summary>A bar chart of days, drawn by the server: geometry in units of the SVG's view box.</summary>
/// <param name="Days">Oldest first.</param>
public sealed record FigureChart(IReadOnlyList<(DateOnly Day, long Count)> Days)
{
    public const int Width = 720;
    public const int Height = 180;

    /// <summary>What is kept free below the bars for the first and last day.</summary>
    public const int Foot = 24;

    public sealed record Bar(double X, double Y, double Width, double Height);

    public long Highest => Days.Count == 0 ? 0 : Days.Max(d => d.Count);

    public IEnumerable<Bar> Bars
    {
        get
        {
            var step = (double)Width / Math.Max(1, Days.Count);
            for (var i = 0; i < Days.Count; i++)
            {
                var height = Highest == 0 ? 0 : Math.Round((Height - Foot - 16) * (double)Days[i].Count / Highest, 1);
                yield return new(Math.Round((i * step) + (step * 0.1), 1), Height - Foot - height, Math.Round(step * 0.8, 1), height);
            }
        }
    }
}
