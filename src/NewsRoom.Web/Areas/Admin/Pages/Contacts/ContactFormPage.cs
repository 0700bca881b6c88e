using Microsoft.AspNetCore.Mvc;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>What creating a contact and editing one share.</summary>
public abstract class ContactFormPage : DeskPage
{
    [BindProperty]
    public ContactForm Input { get; set; } = new();
}
