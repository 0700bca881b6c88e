using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>Finds an address that is not taken: the wanted slug, or the same with -2, -3 … behind it.</summary>
public static class FreeSlug
{
    // A number behind a slug of full length cuts into its stem, so the stem is compared without its last characters.
    private const int Stem = Slug.MaxLength - 8;

    /// <param name="taken">Every slug that is in use, or was once public.</param>
    public static async Task<string> AmongAsync(IQueryable<string> taken, Slug wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var stem = wanted.Value.Length > Stem ? wanted.Value[..Stem] : wanted.Value;
        var near = await taken.Where(s => s.StartsWith(stem)).ToHashSetAsync(cancellationToken);
        var free = wanted;
        for (var number = 2; near.Contains(free.Value); number++)
            free = wanted.Numbered(number);
        return free.Value;
    }

    /// <summary>Whether <paramref name="slug"/> is <paramref name="wanted"/>, or a numbered form of it.</summary>
    public static bool Fits(string slug, Slug wanted)
    {
        ArgumentNullException.ThrowIfNull(slug);
        if (slug == wanted.Value)
            return true;
        var at = slug.LastIndexOf('-');
        return at > 0 && int.TryParse(slug.AsSpan(at + 1), out var number) && number > 1 && wanted.Numbered(number).Value == slug;
    }
}
