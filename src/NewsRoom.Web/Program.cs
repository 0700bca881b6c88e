using System.Text;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Cli;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

var isVerb = CommandLine.IsVerb(args);
var builder = WebApplication.CreateBuilder(ContentRoot.For(isVerb ? [] : args));
builder.AddOwnFiles();
builder.AddNewsRoomLogging();
builder.AddLimits();
builder.Services.AddOptions<NewsRoomOptions>().BindConfiguration(NewsRoomOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section)
    .PostConfigure<IHostEnvironment>((storage, environment) => storage.StandOn(environment.ContentRootPath)).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContext<NewsRoomDbContext, SqliteNewsRoomDbContext>((services, options) =>
    options.UseNewsRoomSqlite(services.GetRequiredService<IOptions<StorageOptions>>().Value.Database));
builder.Services.AddSingleton<ImportToolsFactory>(ArchiveImport.ConnectPipeline);
builder.Services.AddSingleton<ArchiveImport>();
builder.Services.AddScoped<ImportApplier>();
builder.Services.AddDoors();
builder.Services.AddRazorPages();
builder.Services.AddPublicSite();
builder.Services.AddDesk();
builder.Services.AddImportBench();
builder.Services.AddMedia();
builder.Services.AddRedactions();
builder.Services.AddDeskTools();
builder.Services.AddReaders();

var app = builder.Build();
if (isVerb)
{
    // What a pipe reads is UTF-8 whatever the terminal's language.
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    return await CommandLine.RunAsync(app.Services, args, Console.Out, Console.Error);
}

var preparation = Preparation.Begin(app);
app.UsePublicSite();
app.UseMiddleware<RequestLog>();
app.UseDoors();
app.UseReaders();
app.UseStaticFiles();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapPublicSite();
app.MapDesk();
app.MapMedia();
app.MapReaders();
return await app.ServeAsync(preparation);
