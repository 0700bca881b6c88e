using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Texts;
using Xunit;

namespace NewsRoom.Web.Tests.Texts;

/// <summary>The public pages' words, in every language they speak.</summary>
public sealed partial class SiteTextTests
{
    /// <summary>Words that are the same everywhere, and names of formats.</summary>
    private static readonly string[] SameEverywhere = ["vCard", "Atom", "RSS", "JSON", "Feed", "migra", "Word", "Markdown", "OPML"];

    [Theory]
    [InlineData("fr")]
    [InlineData("es")]
    public void A_translation_has_every_text_with_the_same_places_to_fill(string language)
    {
        var english = Read("SiteText.resx");
        var other = Read($"SiteText.{language}.resx");

        Assert.True(english.Count > 80);
        Assert.Equal(english.Keys.Order(), other.Keys.Order());
        foreach (var (key, text) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(other[key]), key);
            Assert.Equal(Places().Matches(text).Select(m => m.Value).Order(), Places().Matches(other[key]).Select(m => m.Value).Order());
        }

        // Short words may be the same in two languages; a file that was only copied is found out.
        Assert.True(english.Count(t => t.Value == other[t.Key]) < english.Count / 8);
    }

    [Fact]
    public void Every_text_that_a_public_page_asks_for_is_there()
    {
        var texts = Read("SiteText.resx");
        var asked = Views().Concat(Directory.EnumerateFiles(Folder("Pages"), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(asked.Count > 60);
        Assert.DoesNotContain(asked, key => !texts.ContainsKey(key));
    }

    [Fact]
    public void No_public_view_holds_words_of_its_own()
    {
        var views = Views().ToList();
        Assert.True(views.Count > 20);
        var found = views.SelectMany(file => OwnWords(File.ReadAllText(file)).Select(words => $"{Path.GetFileName(file)}: {words}")).ToList();
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("en", "13 June 2014", "1 June 2014", "1,234 releases", "Between 16 and 30 June 2014, date inferred from neighbouring releases")]
    [InlineData("fr", "13 juin 2014", "1er juin 2014", "1 234 communiqués", "Entre le 16 et le 30 juin 2014, date déduite des communiqués voisins")]
    [InlineData("es", "13 de junio de 2014", "1 de junio de 2014", "1.234 comunicados", "Entre el 16 y el 30 de junio de 2014, fecha deducida de los comunicados vecinos")]
    public void Dates_and_numbers_are_written_as_the_language_writes_them(string language, string day, string first, string count, string span)
    {
        var texts = new SiteText(language);

        Assert.Equal(day, texts.Brief(ReleaseDate.OnDay(new DateOnly(2014, 6, 13))));
        Assert.Equal(first, texts.Day(new DateOnly(2014, 6, 1)));
        Assert.Equal(count, texts.Count("Count.Releases", 1234).Replace('\u202F', ' ').Replace('\u00A0', ' '));
        Assert.Equal(span, texts.Full(ReleaseDate.Between(new DateOnly(2014, 6, 16), new DateOnly(2014, 6, 30)) with { Basis = DateBasis.Neighbours }));
    }

    [Fact]
    public void A_text_that_is_missing_is_a_mistake() => Assert.Throws<InvalidOperationException>(() => new SiteText("en")["No such text"].Value);

    /// <summary>The words that stand between tags or in the attributes that people are told: what is left when code, comments and known words are gone.</summary>
    private static IEnumerable<string> OwnWords(string view)
    {
        var text = Comments().Replace(view, "");
        foreach (var told in ToldAttributes().Matches(text).Select(m => m.Groups[1].Value).Where(HasWord))
            yield return told;
        // Code blocks, then tags, then expressions: what stays is text.
        text = CodeBlock().Replace(text, "");
        text = string.Join('\n', text.Split('\n').Where(line => !Code().IsMatch(line)));
        text = Expressions().Replace(text, "");
        foreach (var words in Tags().Replace(text, "\n").Split('\n').Select(w => w.Trim()).Where(HasWord))
            yield return words;
    }

    private static bool HasWord(string text) => !text.Contains('@', StringComparison.Ordinal) && Word().Matches(text).Any(m => !SameEverywhere.Contains(m.Value));

    private static IEnumerable<string> Views() => Directory.EnumerateFiles(Folder("Pages"), "*.cshtml", SearchOption.AllDirectories);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Folder("Texts"), file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Folder(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsRoom.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return Path.Combine(folder, "src", "NewsRoom.Web", name);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"(?:\bT|\btexts)\[""([^""]+)""[\],]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(?:aria-label|title|placeholder|alt)=""([^""]*)""")]
    private static partial Regex ToldAttributes();

    [GeneratedRegex(@"@\{.*?^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^\s*(@(page|model|using|inject|namespace|addTagHelper|foreach|if|switch)\b|else\b|if \(|for(each)? \(|case |var |[{}]\s*$|Layout =)")]
    private static partial Regex Code();

    [GeneratedRegex(@"@(?:Html\.Raw|await )?[A-Za-z_.]*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|[A-Za-z0-9_.?!]+)*(?:\([^)]*\))?")]
    private static partial Regex Expressions();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
