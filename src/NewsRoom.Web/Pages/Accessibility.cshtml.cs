using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>What this site does for people who read it with other means, what was tested, and what was not.</summary>
public sealed class AccessibilityModel(IOptions<NewsRoomOptions> options, SiteText texts) : PageModel
{
    public PressOfficeOptions PressOffice => options.Value.PressOffice;

    public void OnGet() => new PageHead(texts["Accessibility"], "/accessibility") { Section = "accessibility", Description = texts["Access.Goal"] }.Show(ViewData);
}
