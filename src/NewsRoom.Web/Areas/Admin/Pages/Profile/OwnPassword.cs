using System.ComponentModel.DataAnnotations;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>A form that asks for the password again before something that weakens an account.</summary>
public sealed class OwnPassword
{
    [Required(ErrorMessage = "Write your password."), StringLength(CommonPasswords.MaxLength, ErrorMessage = "This is too long for a password.")]
    public string Password { get; set; } = "";
}
