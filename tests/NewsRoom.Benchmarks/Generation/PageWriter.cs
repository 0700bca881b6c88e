using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>What the writers of shapes share: the prose, and a day that goes back from release to release.</summary>
internal sealed class PageWriter(Prose prose, DateOnly firstDay, int releases)
{
    private DateOnly _day = firstDay.AddDays(releases % 4000);

    public Prose Prose { get; } = prose;

    public string Body { get; } = prose.Pick(WordLists.Bodies);

    /// <summary>Whether the page was captured with its date lines.</summary>
    public bool IsDated { get; init; } = true;

    public DateOnly NextDay() => _day = _day.DayNumber < 730000 ? firstDay.AddDays(4000) : _day.AddDays(-Prose.Number(0, 4));

    public void Text(StringBuilder text, int paragraphs)
    {
        var person = Prose.Person();
        for (var i = 0; i < paragraphs; i++)
            text.Append(Prose.Paragraph(Body, person)).Append("\n\n");
    }

    public string Contact() => Prose.Number(0, 4) switch
    {
        0 => $"For more information please contact {Prose.Person()} at {Body}, Tel: {Prose.Phone()}, Email:",
        1 => $"For further information, please contact {Prose.Person()}, {Prose.Pick(WordLists.Roles)}, on {Prose.Phone()} or {Prose.Person()} on {Prose.Phone()}.",
        2 => $"Media contact: {Prose.Person()}, {Prose.Pick(WordLists.Roles)}, T: {Prose.Phone()} E: press@{Prose.Pick(WordLists.Towns).ToLowerInvariant()}.example",
        _ => $"For more information please contact the press office on {Prose.Phone()}.",
    };
}
