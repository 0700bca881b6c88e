using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Figures;
using NewsRoom.Core.Mail;
using NewsRoom.Web.Api;
using NewsRoom.Web.Feeds;
using NewsRoom.Web.Jobs;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Hosting;

/// <summary>What readers and journalists are served beside the pages: alerts, enquiries, API, figures, and the cache before it all.</summary>
internal static class Readers
{
    public static IServiceCollection AddReaders(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EnquiryOptions>().BindConfiguration(EnquiryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ReaderOptions>().BindConfiguration(ReaderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(LetterheadOf).AddSingleton(SenderOf);
        services.AddScoped<FeedEndpoints.FeedSource>().AddSingleton<NewsRoom.Web.Pages.EnquiryRecipient>().AddScoped<Outbox>().AddScoped<AlertSignUp>().AddScoped<Announcer>().AddScoped<EnquiryDesk>().AddScoped<FigureStore>();
        services.AddSingleton(provider => new PublicForms(provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<RequestQuota>(),
            provider.GetRequiredService<IOptions<ReaderOptions>>().Value, provider.GetRequiredService<IOptions<NewsRoomOptions>>().Value.PublicBaseAddress));
        services.AddSingleton<RequestQuota>().AddSingleton<FigureCounter>().AddSingleton<DatabaseVersion>().AddSingleton<PageCacheStore>();
        services.AddHostedService<MailJob>().AddHostedService<AnnouncementJob>().AddHostedService<RetentionJob>().AddHostedService<FigureFlush>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ReaderOptions>>((forwarded, readers) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in readers.Value.TrustedProxies)
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        services.AddNewsRoomApi();
        return services;
    }

    /// <summary>Counts and caches what is asked for. It stands before authentication: what comes from the cache is the same for everybody.</summary>
    public static void UseReaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        // Without a trusted proxy the visitor's address is anybody's invention; that a visitor came by https, a proxy on this machine may say unasked.
        if (app.Services.GetRequiredService<IOptions<ReaderOptions>>().Value.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        else
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
        app.UseMiddleware<FigureMiddleware>();
        app.UseMiddleware<PageCache>();
    }

    public static void MapReaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapSuggestions();
        app.MapNewsRoomApi();
    }

    private static Letterhead LetterheadOf(IServiceProvider services)
    {
        var newsroom = services.GetRequiredService<IOptions<NewsRoomOptions>>().Value;
        var texts = services.GetRequiredService<SiteText>();
        return new(newsroom.Title, newsroom.PublicBaseAddress, newsroom.Zone, services.GetRequiredService<IOptions<MailOptions>>().Value.DigestHour, newsroom.Language, (name, with) => texts[name, with].Value);
    }

    private static IMailSender SenderOf(IServiceProvider services)
    {
        var (mail, newsroom) = (services.GetRequiredService<IOptions<MailOptions>>().Value, services.GetRequiredService<IOptions<NewsRoomOptions>>().Value);
        var from = new MailSenderAddress(mail.From.Length > 0 ? mail.From : "newsroom@localhost.localdomain", mail.FromName.Length > 0 ? mail.FromName : newsroom.Title);
        return mail.SmtpHost.Length > 0
            ? new SmtpMailSender(new SmtpSettings(mail.SmtpHost, mail.SmtpPort, mail.SmtpTls, mail.SmtpUser, mail.SmtpPassword, TimeSpan.FromSeconds(mail.TimeoutSeconds)), from)
            : new FolderMailSender(services.GetRequiredService<IOptions<StorageOptions>>().Value.Mail, from);
    }
}
