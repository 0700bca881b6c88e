using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>Accounts: passwords, second step, passkeys, sessions, and the log of what people do.</summary>
internal static class People
{
    /// <summary>PBKDF2-SHA512 rounds, as OWASP advises (2023).</summary>
    private const int PasswordRounds = 210_000;

    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped<Invitations>().AddScoped<Accounts>().AddScoped<PasswordResets>().AddScoped<EditorSessions>().AddScoped<SignInCheck>();
        services.AddScoped<AuditLog>().AddSingleton<WhoActs>(RequestActor.In).AddSingleton<NetworkOrigin>().AddSingleton<SignInLimit>();
        AddSignIn(services);
        AddPasskeys(services);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure(options => options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync);
        return services;
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddIdentity<Editor, IdentityRole>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The user name is the e-mail address: the set of characters is the address's business.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = CommonPasswords.MinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<NewsRoomDbContext>()
            .AddUserStore<EditorStore>()
            .AddSignInManager<EditorSignIn>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddPasswordValidator<CommonPasswords>()
            .AddClaimsPrincipalFactory<EditorClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
    }

    private static void AddPasskeys(IServiceCollection services) =>
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<NewsRoomOptions>>((options, site) =>
        {
            var address = site.Value.PublicBaseAddress;
            options.ServerDomain = address.Host;
            // A passkey stands for password and second step together: the device must ask who holds it, and know the account by itself.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
                && origin.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority));
        });
}
