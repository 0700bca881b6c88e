using System.Security.Claims;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Tasks;

/// <summary>Who asks what there is to do.</summary>
/// <param name="Name">As histories show it.</param>
public sealed record DeskPerson(string Name, bool IsPublisher, bool IsAdministrator)
{
    public static DeskPerson Of(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(person.DisplayName(), person.IsPublisher(), person.IsAdministrator());
    }
}

/// <summary>Something that waits, as one row of the desk: a count that leads to a list.</summary>
/// <param name="First">What waits longest or goes out next, named so that it need not be looked up; at most a few.</param>
public sealed record DeskTask(string Title, string Why, int Count, string Address, IReadOnlyList<DeskTaskItem>? First = null)
{
    /// <summary>Whether it waits for this very person, not for the office.</summary>
    public bool IsMine { get; init; }
}

/// <summary>One of the things that wait.</summary>
public sealed record DeskTaskItem(string Text, string Address);

/// <summary>One source of rows. Whatever is registered is asked, in order; a source that has nothing to show for this person returns null.</summary>
public interface IDeskTaskSource
{
    /// <summary>The part of the navigation that shows the count on every page; null for none.</summary>
    string? Section => null;

    Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken);
}

/// <summary>Everything that waits for somebody.</summary>
public sealed class DeskTasks(IEnumerable<IDeskTaskSource> sources)
{
    public async Task<IReadOnlyList<DeskTask>> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        var tasks = new List<DeskTask>();
        foreach (var source in sources)
        {
            if (await source.FindAsync(person, cancellationToken) is { Count: > 0 } task)
                tasks.Add(task);
        }

        return [.. tasks.OrderByDescending(t => t.IsMine)];
    }

    /// <summary>How much waits behind an entry of the navigation.</summary>
    public async Task<int> CountAsync(DeskPerson person, string section, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var source in sources.Where(s => s.Section == section))
            count += (await source.FindAsync(person, cancellationToken))?.Count ?? 0;
        return count;
    }
}

/// <summary>Registers the sources, in the order in which the desk shows them.</summary>
internal static class TaskRegistration
{
    public static IServiceCollection AddDeskTasks(this IServiceCollection services) => services.AddScoped<DeskTasks>()
        .AddScoped<IDeskTaskSource, SentBackTask>()
        .AddScoped<IDeskTaskSource, UnsavedTask>()
        .AddScoped<IDeskTaskSource, EnquiryTask>()
        .AddScoped<IDeskTaskSource, MyDraftsTask>()
        .AddScoped<IDeskTaskSource, ReviewTask>()
        .AddScoped<IDeskTaskSource, LonePublicationTask>()
        .AddScoped<IDeskTaskSource, BenchTask>()
        .AddScoped<IDeskTaskSource, OtherDraftsTask>()
        .AddScoped<IDeskTaskSource, UnsureTask>()
        .AddScoped<IDeskTaskSource, GapTask>()
        .AddScoped<IDeskTaskSource, NoDateTask>()
        .AddScoped<IDeskTaskSource, NoContactTask>()
        .AddScoped<IDeskTaskSource, LinkTask>()
        .AddScoped<IDeskTaskSource, UnconfirmedContactTask>()
        .AddScoped<IDeskTaskSource, UndescribedMediaTask>();
}
