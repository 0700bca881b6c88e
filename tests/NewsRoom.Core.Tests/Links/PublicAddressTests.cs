using System.Net;
using NewsRoom.Core.Links;
using Xunit;

namespace NewsRoom.Core.Tests.Links;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    public void Addresses_that_are_not_everybodys_are_never_visited(string address)
    {
        Assert.False(PublicAddress.Is(IPAddress.Parse(address)));
        Assert.False(PublicAddress.MayVisit(new IPEndPoint(IPAddress.Parse(address), 443)));
    }

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    public void Public_ones_are_visited_at_the_ports_of_the_web_alone(string address)
    {
        Assert.True(PublicAddress.Is(IPAddress.Parse(address)));
        Assert.True(PublicAddress.MayVisit(new IPEndPoint(IPAddress.Parse(address), 80)));
        Assert.False(PublicAddress.MayVisit(new IPEndPoint(IPAddress.Parse(address), 6379)));
    }
}
