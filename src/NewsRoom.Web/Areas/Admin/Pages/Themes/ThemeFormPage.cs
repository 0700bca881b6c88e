using Microsoft.AspNetCore.Mvc;

namespace NewsRoom.Web.Areas.Admin.Pages.Themes;

/// <summary>What making a theme and editing one share.</summary>
public abstract class ThemeFormPage : DeskPage
{
    [BindProperty]
    public ThemeForm Input { get; set; } = new();
}
