using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Data;

public sealed class GapAddressTests
{
    [Theory]
    [InlineData("https://example.org/a path?q=<x>", "<https://example.org/a%20path?q=%3Cx%3E>")]
    [InlineData("http://example.org", "<http://example.org/>")]
    [InlineData("http://93.184.215.14/x", "<http://93.184.215.14/x>")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//example.org/x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://user:secret@example.org/", null)]
    [InlineData("ann@example.org", null)]
    [InlineData("no address", null)]
    [InlineData("", null)]
    public void Only_web_addresses_become_links(string typed, string? markdown) => Assert.Equal(markdown, GapAddress.Read(GapKind.MissingLink, typed));

    [Theory]
    [InlineData("www.iom.int/pensions", "<https://www.iom.int/pensions>")]
    [InlineData("example.org", "<https://example.org/>")]
    [InlineData("example.org:8080/see?from=http://example.com", "<https://example.org:8080/see?from=http://example.com>")]
    public void A_web_address_without_its_beginning_is_completed(string typed, string markdown) => Assert.Equal(markdown, GapAddress.Read(GapKind.MissingUrl, typed));

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://intranet/press")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://192.168.0.4/")]
    [InlineData("http://[::1]/")]
    public void An_address_that_leads_nowhere_for_readers_is_refused_with_what_to_do(string typed)
    {
        Assert.Null(GapAddress.Read(GapKind.MissingLink, typed));
        Assert.Contains("Paste the address that they would use", GapAddress.WhatToDo(GapKind.MissingLink, typed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ann@example.org", "<ann@example.org>")]
    [InlineData("ann@localhost", null)]
    [InlineData("Ann <ann@example.org>", null)]
    [InlineData("ann@example.org>\n<script>", null)]
    [InlineData("ann@example.org\n", null)]
    [InlineData("ann@@example.org", null)]
    public void Only_addresses_become_addresses(string typed, string? markdown) => Assert.Equal(markdown, GapAddress.Read(GapKind.MissingEmail, typed));
}
