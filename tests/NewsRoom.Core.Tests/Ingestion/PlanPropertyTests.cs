using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>Whatever comes in, a plan comes out that accounts for every byte.</summary>
public sealed class PlanPropertyTests
{
    private static readonly string[] Pieces =
    [
        "", " ", "\t", "13/06/14", "13 June 2014", "Posted: Tuesday, April 4, 2017 - 16:33Image: Region-Country:", "GENEVA, Switzerland, March 10, 2017 – The bridge opened.", "London – ", "For immediate release", "Embargoed until 00:01 Tuesday 14 October 2014",
        "ENDS", "###", "Notes to editors", "1. ", "About Harbour Trust: it keeps harbours.", "About Harbour Trust", "For more information please contact Anna Roe, Tel: +44 20 7946 0123, Email:", "T: 0 E: W: M:", "Anna Roe or Ben Cole on 020 7946 0123 or", "“We are glad,” said", "”", "“", "Website:",
        "the project’s website,, members", "click here", "visit ()", "( ", ")", "•", "- ", "---", "title: A", "...", "WHAT:", "WHEN:", "WHERE:", "By Anna Roe", "Photo: Anna Roe", "<script>alert(1)</script>", "# Heading", "yesterday (12/6)", "31/02/2014", "(31/2)", "29 February 2015", "30 February",
        "May 2014", "2014", "99/99/99", "9999999999999999999", "+", "+44", "(0)", "\u00A0", "\u200B", "\uFEFF", "\u2028", "\u0007", "\u202Eright to left\u202C", "עברית", "日本語", "👩‍👩‍👧", "e\u0301", "\uD83D", new('a', 300), new('9', 90), new('(', 90), string.Concat(Enumerable.Repeat("word ", 60)),
        "The harbour trust opened its new footbridge on Friday, two years after the old one was washed away by the spring tides.",
    ];

    private static readonly string[] LineEnds = ["\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", ""];

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120);

    private static readonly Config Seldom = Config.QuickThrowOnFailure.WithMaxTest(120);

    private static Gen<string> Text() =>
        from pieces in (from piece in Gen.Elements(Pieces) from end in Gen.Elements(LineEnds) select piece + end).ListOf()
        select string.Concat(pieces);

    [Fact]
    public void Any_bytes_are_planned_or_refused_and_none_is_lost() =>
        Check.One(Often, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Lines.AssertAccounted(Planned.Pipeline.Plan("page.txt", bytes))));

    [Fact]
    public void Any_text_is_planned_or_refused_and_none_is_lost() =>
        Check.One(Often, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Lines.AssertAccounted(Planned.Of(text ?? ""))));

    [Fact]
    public void Any_jumble_of_the_pieces_of_releases_is_accounted_for() =>
        Check.One(Often, Prop.ForAll(Text().ToArbitrary(), text => Lines.AssertAccounted(Planned.Of(text))));

    [Fact]
    public void Any_jumble_under_a_front_matter_is_accounted_for() =>
        Check.One(Seldom, Prop.ForAll(Text().ToArbitrary(), text => Lines.AssertAccounted(Planned.Of("---\ntitle: A\nlang: e\ncontacts:\n- name: Anna Roe\n---\n" + text, "page.md"))));

    [Fact]
    public void The_same_bytes_give_the_same_plan() =>
        Check.One(Seldom, Prop.ForAll(Text().ToArbitrary(), text => Report(Planned.Of(text)) == Report(Planned.Of(text))));

    [Fact]
    public void A_suggested_headline_ends_between_words() =>
        Check.One(Seldom, Prop.ForAll((from words in Gen.Elements("the", "harbour", "trust", "opened", "footbridge", "of", "oak,", "and", "steel;", "(again)", "today").ListOf(30) select string.Join(' ', words)).ToArbitrary(), text =>
        {
            var release = Planned.One(text + ".");
            var words = text.Split(' ').Select(w => w.Trim(',', ';')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.All(release.Headline.Split(' '), word => Assert.Contains(word.Trim(',', ';'), words));
        }));

    [Fact]
    public void Damaged_case_documents_are_accounted_for()
    {
        var documents = CaseFiles();
        Assert.NotEmpty(documents);

        Check.One(Seldom, Prop.ForAll((from file in Gen.Choose(0, documents.Count - 1) from seed in Gen.Choose(0, int.MaxValue) select (file, seed)).ToArbitrary(), pick =>
        {
            var bytes = Damage(File.ReadAllBytes(documents[pick.file]), new System.Random(pick.seed));
            Lines.AssertAccounted(Planned.Pipeline.Plan(Path.GetFileName(documents[pick.file]), bytes));
        }));
    }

    [Fact]
    public void Edits_keep_the_plan_whole()
    {
        var documents = CaseFiles();
        Assert.NotEmpty(documents);

        Check.One(Seldom, Prop.ForAll((from file in Gen.Choose(0, documents.Count - 1) from seed in Gen.Choose(0, int.MaxValue) select (file, seed)).ToArbitrary(), pick =>
        {
            var bytes = File.ReadAllBytes(documents[pick.file]);
            var (name, random) = (Path.GetFileName(documents[pick.file]), new System.Random(pick.seed));
            var plan = Planned.Pipeline.Plan(name, bytes);
            var edits = PlanEdits.Of(plan);
            for (var i = 0; i < 12; i++)
                edits = Edit(edits, plan.Document.Lines.Count, random) ?? edits;
            Assert.All(edits.Ranges.Zip(edits.Ranges.Skip(1)), pair => Assert.True(pair.First.EndLine < pair.Second.StartLine));
            Assert.All(edits.Ranges, r => Assert.True(r.StartLine <= r.EndLine));
            Lines.AssertAccounted(Planned.Pipeline.Plan(name, bytes, edits));
        }));
    }

    private static PlanEdits? Edit(PlanEdits edits, int lines, System.Random random)
    {
        var line = random.Next(0, lines + 2);
        var index = random.Next(-1, edits.Ranges.Count + 1);
        return random.Next(8) switch
        {
            0 => edits.Split(line),
            1 => edits.MergeWithNext(index),
            2 => edits.MoveStart(index, line),
            3 => edits.Drop(index),
            4 => edits.Restorable is { Count: > 0 } free ? edits.Restore(free[0].Range.StartLine, free[0].Range.EndLine) : null,
            5 => edits.Check(index, random.Next(2) == 0),
            6 => edits.Add(line, Math.Min(lines, line + random.Next(0, 9))),
            _ => edits.Say(line, new ReleaseOverride { Headline = random.Next(2) == 0 ? "Said by an editor" : " ", Date = "2014-06" }),
        };
    }

    /// <summary>Lines left out, doubled, moved and joined; line ends changed; bytes overwritten.</summary>
    private static byte[] Damage(byte[] bytes, System.Random random)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        for (var i = random.Next(1, 8); i > 0 && lines.Count > 1; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(random.Next(lines.Count), lines[at]);
                    break;
                case 2:
                    lines.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3 when at + 1 < lines.Count:
                    (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
                    break;
                default:
                    lines[at] += lines[random.Next(lines.Count)];
                    break;
            }
        }

        var damaged = Encoding.Latin1.GetBytes(string.Join(random.Next(4) switch { 0 => "\r\n", 1 => "\n\n", _ => "\n" }, lines));
        for (var i = random.Next(6); i > 0 && damaged.Length > 0; i--)
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        return damaged;
    }

    private static List<string> CaseFiles() =>
        [.. Directory.EnumerateFiles(CaseFolder.Of("work")).Where(f => !f.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(f).Length < 60_000).Order(StringComparer.Ordinal)];

    private static string Report(ImportPlan plan)
    {
        using var output = new StringWriter();
        using var json = new ImportReportJson(output);
        json.Add(new PlannedDocument(0, plan, false));
        json.Finish();
        return output.ToString();
    }
}
