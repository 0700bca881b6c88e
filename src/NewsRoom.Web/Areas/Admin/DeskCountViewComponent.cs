using Microsoft.AspNetCore.Mvc;
using NewsRoom.Web.Areas.Admin.Tasks;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>How much waits behind an entry of the navigation: the count of the desk's row for that section, said in words to who does not see it.</summary>
[ViewComponent(Name = "DeskCount")]
public sealed class DeskCountViewComponent(DeskTasks tasks) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string section)
    {
        var count = await tasks.CountAsync(DeskPerson.Of(HttpContext.User), section, HttpContext.RequestAborted);
        return count == 0 ? Content("") : View("/Areas/Admin/Pages/Shared/_Count.cshtml", count);
    }
}
