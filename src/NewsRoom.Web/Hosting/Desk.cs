using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Areas.Admin.Checks;
using NewsRoom.Web.Areas.Admin.Tasks;

namespace NewsRoom.Web.Hosting;

/// <summary>Sign-in, roles and what the admin area needs.</summary>
internal static class Desk
{
    private static readonly TimeSpan Session = TimeSpan.FromHours(10);

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<IOptions<NewsRoomOptions>>().Value.Zone);
        services.AddScoped<ReleaseStore>().AddScoped<ContactStore>();
        services.AddSingleton<DeskTime>();
        services.AddWorkflow();
        services.AddReleaseChecks();
        services.AddDeskTasks();
        services.AddSingleton<IStartupFilter, DeskHeaders>();
        services.AddPeople();
        AddKeys(services);
        AddCookies(services);
        AddPolicies(services);
        return services;
    }

    /// <summary>The pages route themselves; nothing is left to map.</summary>
    public static void MapDesk(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("newsroom");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, IHostEnvironment, ILoggerFactory>((options, storage, host, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(PrivateFolder(Path.Combine(host.ContentRootPath, storage.Value.Keys)), loggers));
    }

    private static DirectoryInfo PrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, owner);
        // The folder may have been there before, open to others.
        folder.UnixFileMode = owner;
        return folder;
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<NewsRoomOptions>>((options, site) =>
        {
            Harden(options.Cookie, site.Value, "newsroom");
            options.LoginPath = "/account/login";
            options.AccessDeniedPath = "/account/denied";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = true;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).Configure<IOptions<NewsRoomOptions>>((options, site) => Harden(options.Cookie, site.Value, "newsroom-step"));
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<NewsRoomOptions>>((options, site) =>
        {
            Harden(options.Cookie, site.Value, "newsroom-form");
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<NewsRoomOptions>>((options, site) => Harden(options.Cookie, site.Value, "newsroom-note"));
    }

    /// <summary>Over https the browser itself refuses to send the cookie anywhere else; on http://localhost that would break sign-in.</summary>
    private static void Harden(CookieBuilder cookie, NewsRoomOptions site, string name)
    {
        var isSecure = site.PublicBaseAddress.Scheme == Uri.UriSchemeHttps;
        cookie.Name = isSecure ? "__Host-" + name : name;
        cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Editor, policy => policy.RequireRole(Roles.All))
            .AddPolicy(Policies.Publisher, policy => policy.RequireRole(Roles.Publisher, Roles.Administrator))
            .AddPolicy(Policies.Administrator, policy => policy.RequireRole(Roles.Administrator));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<RazorPagesOptions>(options =>
        {
            var pages = options.Conventions;
            pages.AuthorizeAreaFolder("Admin", "/", Policies.Editor);
            pages.AuthorizeAreaFolder("Admin", "/Editors", Policies.Administrator);
            pages.AuthorizeAreaFolder("Admin", "/Audit", Policies.Administrator);
            pages.AuthorizeAreaFolder("Admin", "/Alerts", Policies.Administrator);
            pages.AuthorizeAreaFolder("Admin", "/Redactions", Policies.Administrator);
            foreach (var page in (string[])["Publish", "Withdraw", "Redraft", "Address", "Translations"])
                pages.AuthorizeAreaPage("Admin", "/Releases/" + page, Policies.Publisher);
            pages.AuthorizeAreaPage("Admin", "/Imports/Publish", Policies.Publisher);
        });
    }
}

/// <summary>The names of the policies, each of which includes the ones before it.</summary>
internal static class Policies
{
    public const string Editor = "editor";

    public const string Publisher = "publisher";

    public const string Administrator = "administrator";
}
