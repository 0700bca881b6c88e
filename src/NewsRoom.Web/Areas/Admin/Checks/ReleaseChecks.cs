using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Checks;

/// <summary>Something said against a text, with the form field that mends it.</summary>
/// <param name="Must">It has to be mended before the text can go out; else it is advice.</param>
public sealed record ReleaseCheck(string Field, string Message, bool Must);

/// <summary>A text that is looked at: saved or only typed.</summary>
/// <param name="Release">The release it belongs to; null while it is new.</param>
public sealed record CheckedText(Release? Release, ReleaseContent Content, ReleaseChoices Choices)
{
    public int? ReleaseId => Release?.Id;
}

/// <summary>One kind of advice. Whatever is registered is asked, in order, wherever checks are shown: beside the text as it is written, on the summary, before publication.</summary>
public interface IReleaseAdvice
{
    /// <summary>What can be said against publishing without forbidding it; the field of each is that of the form.</summary>
    Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken);
}

/// <summary>Everything that can be said against a text: what must be mended first, then the advice.</summary>
public sealed class ReleaseChecks(NewsRoomDbContext db, IEnumerable<IReleaseAdvice> advice, TimeProvider clock)
{
    public async Task<IReadOnlyList<ReleaseCheck>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var checks = new List<ReleaseCheck>();
        foreach (var refusal in await RefusalsAsync(text, cancellationToken))
            checks.Add(new(refusal.Field, refusal.Message, true));
        foreach (var source in advice)
            checks.AddRange((await source.FindAsync(text, cancellationToken)).Select(a => new ReleaseCheck(a.Field, a.Message, false)));
        return checks;
    }

    private async Task<IReadOnlyList<PublishRefusal>> RefusalsAsync(CheckedText text, CancellationToken cancellationToken)
    {
        var attached = await db.AttachedAsync(text.Content, cancellationToken);
        var now = clock.GetUtcNow();
        // A text that is not saved yet has no release to ask: one that is thrown away is asked instead.
        var release = text.Release ?? new Release("", text.Content, new RenderedBody("", ""), "[]", "", now);
        return release.RefusalsFor(text.Content, now, now, attached);
    }
}

/// <summary>Registers the advice that is asked.</summary>
internal static class AdviceRegistration
{
    public static IServiceCollection AddReleaseChecks(this IServiceCollection services) => services.AddScoped<ReleaseChecks>()
        .AddScoped<IReleaseAdvice, TextAdvice>()
        .AddScoped<IReleaseAdvice, UsedHeadlineAdvice>()
        .AddScoped<IReleaseAdvice, PeopleAdvice>()
        .AddScoped<IReleaseAdvice, LostAddressAdvice>()
        .AddScoped<IReleaseAdvice, LinkAdvice>()
        .AddScoped<IReleaseAdvice, QuotationAdvice>();
}
