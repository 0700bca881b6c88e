using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Core.Tests.People;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("PasswordPassword")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiopas")]
    [InlineData("abababababab")]
    [InlineData("Administrator!")]
    [InlineData("letmeinletmein")]
    [InlineData("Liverpool-2024!")]
    [InlineData("dragonmonkey99")]
    [InlineData("sunshine sunshine")]
    [InlineData("Motdepasse123")]
    [InlineData("adalovelace2026")]
    [InlineData("lovelace-1815")]
    [InlineData("ada.l@example.org")]
    public void What_is_tried_first_is_common(string password) => Assert.True(CommonPasswords.IsCommon(password, "ada.l@example.org", "Adas Lovelace") || CommonPasswords.IsCommon(password, "adalovelace@example.org", "Ada Lovelace"));

    [Theory]
    [InlineData("a lighthouse above the harbour")]
    [InlineData("xkwpqzmvtrbn")]
    [InlineData("my password is a whale")]
    [InlineData("8491 0275 3364")]
    [InlineData("horse eagle pony raven")]
    public void A_phrase_of_ones_own_is_not(string password) => Assert.False(CommonPasswords.IsCommon(password, "ada@example.org", "Ada Lovelace"));
}
