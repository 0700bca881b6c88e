using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Texts;

/// <summary>
/// The public pages' own words, from SiteText.resx and its translations, in the newsroom's language: the site speaks one language to everybody, so nothing is negotiated
/// and pages can be kept for all. A text that is missing is a mistake and throws.
/// </summary>
public sealed class SiteText(string language) : IStringLocalizer
{
    /// <summary>The languages whose texts are complete.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "fr", "es"];

    private static readonly ResourceManager Texts = new("NewsRoom.Web.Texts.SiteText", typeof(SiteText).Assembly);

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public SiteText(IOptions<NewsRoomOptions> options)
        : this(options.Value.Language)
    {
    }

    /// <summary>BCP 47, as the newsroom has it.</summary>
    public string Language { get; } = language;

    public CultureInfo Culture => _culture;

    /// <summary>"ltr" or "rtl": which way the site's own words run, also within a release that runs the other way.</summary>
    public string Direction => Core.Rendering.Languages.Direction(Language);

    public LocalizedString this[string name] => new(name, Find(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(_culture, Find(name), arguments));

    /// <summary>Whether a language (BCP 47) has texts.</summary>
    public static bool Has(string language) => Languages.Contains(language.Split('-', 2)[0].ToLowerInvariant());

    /// <summary>"1 release", "12 releases": the texts <c>{name}.One</c> and <c>{name}.Many</c>. French counts none like one.</summary>
    public string Count(string name, int count)
    {
        var isOne = count == 1 || (count == 0 && _culture.TwoLetterISOLanguageName == "fr");
        return this[$"{name}.{(isOne ? "One" : "Many")}", count.ToString("N0", _culture)];
    }

    public string Number(int number) => number.ToString("N0", _culture);

    public string Brief(ReleaseDate date) => ReleaseDateFormat.Brief(date, Language);

    public string Full(ReleaseDate date) => ReleaseDateFormat.Full(date, Language);

    public string Day(DateOnly day) => ReleaseDateFormat.Day(day, Language);

    public string Month(int month) => ReleaseDateFormat.Month(month, Language);

    /// <summary>The name of a language (BCP 47) in this site's language: "French", "français".</summary>
    public string LanguageName(string other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var code = other.Split('-', 2)[0].ToLowerInvariant();
        return Texts.GetString("Language." + code, _culture) ?? NameOf(other, culture => _culture.TwoLetterISOLanguageName == "en" ? culture.EnglishName : culture.NativeName);
    }

    private static string NameOf(string language, Func<CultureInfo, string> name)
    {
        try
        {
            return name(CultureInfo.GetCultureInfo(language, predefinedOnly: true));
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Texts.GetResourceSet(_culture, createIfNotExists: true, tryParents: includeParentCultures)?.Cast<System.Collections.DictionaryEntry>().Select(e => new LocalizedString((string)e.Key, (string)e.Value!)) ?? [];

    private string Find(string name) => Texts.GetString(name, _culture) ?? throw new InvalidOperationException($"There is no text \"{name}\".");
}
