using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOptions<NewsRoomOptions>().BindConfiguration(NewsRoomOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContext<NewsRoomDbContext, SqliteNewsRoomDbContext>((services, options) =>
    options.UseNewsRoomSqlite(Path.Combine(builder.Environment.ContentRootPath, services.GetRequiredService<IOptions<StorageOptions>>().Value.Database)));
builder.Services.AddRazorPages();
builder.Services.AddPublicSite();
builder.Services.AddDesk();

var app = builder.Build();
app.UsePublicSite();
app.UseStaticFiles();
app.UseRouting();
app.UseAuthorization();
app.MapRazorPages();
app.MapPublicSite();
app.MapDesk();
await app.RunAsync();
