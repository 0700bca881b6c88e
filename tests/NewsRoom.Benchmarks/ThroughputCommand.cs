using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Text;
using NewsRoom.Benchmarks.Generation;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Benchmarks;

/// <summary>
/// <c>throughput [SECTION]</c>: how many megabytes a second one core reads, cuts and extracts, and how that changes with the size of a document, of an archive, and with
/// lines made to be slow. What is measured is processor time of the whole process, so that other work on the machine does not count.
/// </summary>
internal static class ThroughputCommand
{
    private static readonly PipelineSettings Settings = new() { Themes = ThemesFile.Read(Path.Combine(AppContext.BaseDirectory, "themes.yml")), MaxDocumentBytes = 256L * 1024 * 1024 };

    private static readonly ArchivePipeline Pipeline = new(Settings);

    public static int Run(string? section, TextWriter output)
    {
        Warm();
        if (section is null or "archive")
            Archive(output);
        if (section is null or "document")
            Document(output);
        if (section is null or "stages")
            Stages(output);
        if (section is null or "hostile")
            Hostile(output);
        return 0;
    }

    /// <summary>Plans until the runtime has compiled what is hot. It compiles beside the work, for longer than the work gets faster, and what is measured is the time of the whole process.</summary>
    private static void Warm()
    {
        var documents = new ArchiveGenerator(7).Documents(2_000).ToList();
        long compiled;
        var rounds = 0;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            for (var i = 0; i < 10; i++)
            {
                var finder = new DuplicateFinder();
                documents.ForEach(d => finder.Resolve(Pipeline.Plan(d.Name, d.Bytes)));
                documents.ForEach(d => WordCount.Of(d.Bytes));
            }

            // What was called often is compiled a while after.
            Thread.Sleep(500);
        }
        while (++rounds < 30 && JitInfo.GetCompiledMethodCount() - compiled > 5);
    }

    private static void Archive(TextWriter output)
    {
        output.WriteLine("archive        documents    MB   MB/s on one core   time per byte against 1x   against counting words");
        var first = 0.0;
        foreach (var releases in (int[])[400, 4_000, 40_000])
        {
            var documents = new ArchiveGenerator().Documents(releases).ToList();
            var bytes = documents.Sum(d => (long)d.Bytes.Length);
            var (seconds, counting) = (double.MaxValue, double.MaxValue);
            // In turns, so that whatever slows the machine slows both.
            for (var turn = 0; turn < (releases > 10_000 ? 3 : 8); turn++)
            {
                seconds = Math.Min(seconds, Spent.Least(() => documents.ForEach(d => Pipeline.Plan(d.Name, d.Bytes)), 1));
                counting = Math.Min(counting, Spent.Least(() => documents.ForEach(d => WordCount.Of(d.Bytes)), 1));
            }

            first = Row(output, $"{releases} releases", documents.Count, bytes, seconds, first, string.Create(CultureInfo.InvariantCulture, $"{counting / seconds,12:0.00}"));
        }
    }

    private static void Document(TextWriter output)
    {
        output.WriteLine("one document   releases     MB   MB/s on one core   time per byte against 1x");
        for (var shape = 0; shape < ArchiveGenerator.ShapeCount; shape++)
        {
            var first = 0.0;
            foreach (var releases in (int[])[100, 1_000, 10_000])
            {
                var document = new ArchiveGenerator().LongPage(shape, releases);
                var seconds = Spent.Least(() => Pipeline.Plan(document.Name, document.Bytes), releases > 5_000 ? 1 : 4);
                first = Row(output, ArchiveGenerator.ShapeName(shape), releases, document.Bytes.Length, seconds, first);
            }
        }
    }

    private static void Hostile(TextWriter output)
    {
        output.WriteLine("hostile        length       MB   MB/s on one core   time per byte against 1x");
        foreach (var (name, make) in HostileLines.All)
        {
            var first = 0.0;
            foreach (var length in (int[])[60_000, 1_000_000, 10_000_000])
            {
                var bytes = Encoding.UTF8.GetBytes(make(length));
                var seconds = Spent.Least(() => Pipeline.Plan("hostile.txt", bytes), length > 100_000 ? 1 : 5);
                first = Row(output, name, length, bytes.Length, seconds, first);
                // What is quadratic shows here already; ten times as long would take a hundred times the time.
                if (seconds > 20)
                {
                    output.WriteLine($"{name}: not tried longer");
                    break;
                }
            }
        }
    }

    private static double Row(TextWriter output, string name, int count, long bytes, double seconds, double first, string more = "")
    {
        var perByte = seconds / bytes;
        var ratio = first == 0 ? 1 : perByte / first;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {count,9} {bytes / 1e6,7:0.00} {bytes / 1e6 / seconds,10:0.0} {ratio,16:0.00}{more}"));
        return first == 0 ? perByte : first;
    }

    /// <summary>Where the time goes: each stage alone over the same documents.</summary>
    private static void Stages(TextWriter output)
    {
        var documents = new ArchiveGenerator().Documents(4_000).Where(d => d.Name.EndsWith(".txt", StringComparison.Ordinal)).ToList();
        var read = documents.Select(d => ArchiveReader.Read(d.Name, d.Bytes, long.MaxValue, out _)).ToList();
        List<Page> Pages() => [.. read.Select(d => Page.Read(d.Lines, 1, false))];
        var pages = Pages();
        var segments = pages.Select(p => ReleaseSegmenter.Segment(p)).ToList();
        var drafts = new DraftMaker(Settings);
        var all = Spent.Least(() => documents.ForEach(d => Pipeline.Plan(d.Name, d.Bytes)), 3);
        var allocated = GC.GetTotalAllocatedBytes();
        documents.ForEach(d => Pipeline.Plan(d.Name, d.Bytes));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all stages {documents.Sum(d => d.Bytes.Length) / 1e6 / all:0.0} MB/s, {(double)(GC.GetTotalAllocatedBytes() - allocated) / documents.Sum(d => d.Bytes.Length):0.0} bytes allocated a byte"));
        void Stage(string name, Action action, int runs = 3) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stage {name,-28} {Spent.Least(action, runs) / all,6:0.0%}"));
        Stage("read", () => documents.ForEach(d => ArchiveReader.Read(d.Name, d.Bytes, long.MaxValue, out _)));
        Stage("empty", () => { });
        Stage("all again", () => documents.ForEach(d => Pipeline.Plan(d.Name, d.Bytes)));
        Stage("order of dates", () => read.ForEach(d => NumericDateOrder.IsMonthFirst(d.Lines, DateOrder.DayMonth)));
        Stage("paragraphs and traits", () => Pages());
        Stage("cut", () => pages.ForEach(p => ReleaseSegmenter.Segment(p)));
        Stage("drafts", () =>
        {
            for (var i = 0; i < pages.Count; i++)
                drafts.FromPage(pages[i], segments[i], CancellationToken.None);
        });
        var texts = pages.Zip(segments).SelectMany(p => p.Second.Select(s => DraftMaker.TextOf(p.First, s))).OfType<ReleaseText>().ToList();
        var themes = new ThemeExtractor(Settings.Themes);
        var paragraphs = pages.SelectMany(p => p.Paragraphs).ToList();
        Stage("· words", () => paragraphs.ForEach(p => Words.Of(p.Text)));
        Stage("· dates in words", () => paragraphs.ForEach(p => DateScanner.Scan(p.Text, p.Words, false)));
        Stage("· vocabulary", () => pages.ForEach(p => _ = new Vocabulary(p.Paragraphs).Count));
        Stage("· clean lines", () => read.ForEach(d => ParagraphReader.Read(d.Lines, 1)));
        Stage("· language of pages", () => pages.ForEach(p => LanguageDetector.Detect(CollectionsMarshal.AsSpan(p.Paragraphs))));
        Stage("· parts and language", () =>
        {
            for (var i = 0; i < pages.Count; i++)
                segments[i].ForEach(s => DraftMaker.TextOf(pages[i], s));
        });
        Stage("· country", () => pages.ForEach(p => NewsRoom.Core.Ingestion.Extraction.PageCountry.Of(p)));
        var clues = pages.Zip(segments).Select(p => p.Second.Select(s => DraftMaker.TextOf(p.First, s)).OfType<ReleaseText>().Select(t => DateClueReader.Read(t)).ToList()).ToList();
        Stage("· dating", () => clues.ForEach(c => DateExtractor.Resolve(c)));
        Stage("· headlines", () => texts.ForEach(t => HeadlineExtractor.Headline(t)));
        Stage("· datelines", () => texts.ForEach(t => DatelineReader.Read(t[t.Lead].Text)));
        Stage("· clues to dates", () => texts.ForEach(t => DateClueReader.Read(t)));
        Stage("· contacts", () => texts.ForEach(t => ContactExtractor.Find(t, "44")));
        Stage("· themes", () => texts.ForEach(t => themes.Find(t)));
        Stage("· quotations", () => texts.ForEach(t => QuoteExtractor.Find(t)));
        Stage("· gaps", () => texts.ForEach(t => GapExtractor.Find(t)));
        Stage("· body", () => texts.ForEach(t => BodyComposer.Compose(t, [], 0)));
        Stage("· fingerprint", () => texts.ForEach(t => FingerprintMaker.Of(t.Page, t.First, t.Last)));
    }
}
