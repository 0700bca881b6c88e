using System.Diagnostics;
using System.Text;
using NewsRoom.Core.Media;
using Xunit;

namespace NewsRoom.Core.Tests.Media;

public sealed class MediaReaderTests
{
    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static MediaFile Taken(byte[] bytes)
    {
        var reading = MediaReader.Read(bytes);
        Assert.Null(reading.Problem);
        return reading.File!;
    }

    private static string Refused(byte[] bytes)
    {
        var reading = MediaReader.Read(bytes);
        Assert.Null(reading.File);
        return reading.Problem!;
    }

    public static TheoryData<MediaKind, bool> Kinds => new()
    {
        { MediaKind.Jpeg, false }, { MediaKind.Png, false }, { MediaKind.WebP, false }, { MediaKind.Gif, false },
        { MediaKind.Jpeg, true }, { MediaKind.Png, true }, { MediaKind.WebP, true }, { MediaKind.Gif, true },
    };

    private static byte[] Make(MediaKind kind, bool dirty) => kind switch
    {
        MediaKind.Jpeg => TinyMedia.Jpeg(dirty: dirty, profile: true),
        MediaKind.Png => TinyMedia.Png(dirty: dirty, profile: true),
        MediaKind.WebP => TinyMedia.WebP(dirty: dirty),
        MediaKind.Gif => TinyMedia.Gif(dirty: dirty),
        _ => TinyMedia.Pdf(),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_is_known_by_its_bytes_and_comes_out_without_its_metadata_and_reads_the_same_again(MediaKind kind, bool dirty)
    {
        var bytes = Make(kind, dirty);
        Assert.Equal(dirty, Latin(bytes).Contains(TinyMedia.Secret, StringComparison.Ordinal));

        var file = Taken(bytes);

        Assert.Equal((kind, 40, 30, 1), (file.Kind, file.Width, file.Height, file.Frames));
        Assert.DoesNotContain(TinyMedia.Secret, Latin(file.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Latin(file.Bytes), StringComparison.Ordinal);
        Assert.Equal(file.Bytes, Taken(file.Bytes).Bytes);
        if (!dirty && kind != MediaKind.Jpeg)
            Assert.Equal(bytes, file.Bytes);
    }

    [Fact]
    public void Colours_stay()
    {
        Assert.Contains("ICC_PROFILE", Latin(Taken(TinyMedia.Jpeg(dirty: true, profile: true)).Bytes), StringComparison.Ordinal);
        Assert.Contains("gAMA", Latin(Taken(TinyMedia.Png(dirty: true, profile: true)).Bytes), StringComparison.Ordinal);
        var webp = Taken(TinyMedia.WebP(dirty: true)).Bytes;
        Assert.Contains("ICCP", Latin(webp), StringComparison.Ordinal);
        // Behind "VP8X" and its length: the flags name the profile and no Exif or XMP any more.
        Assert.Equal(0x20, webp[20]);
        Assert.Contains("NETSCAPE2.0", Latin(Taken(TinyMedia.Gif(frames: 3, dirty: true)).Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 40, 30)]
    [InlineData(3, 40, 30)]
    [InlineData(6, 30, 40)]
    public void A_turned_photograph_stays_turned_and_says_nothing_else(int orientation, int width, int height)
    {
        var file = Taken(TinyMedia.Jpeg(orientation: orientation, dirty: true));

        Assert.Equal((width, height), (file.Width, file.Height));
        Assert.DoesNotContain(TinyMedia.Secret, Latin(file.Bytes), StringComparison.Ordinal);
        Assert.Equal(orientation > 1, Latin(file.Bytes).Contains("Exif", StringComparison.Ordinal));
        Assert.Equal((width, height), (Taken(file.Bytes).Width, Taken(file.Bytes).Height));
    }

    [Fact]
    public void A_png_that_is_only_marked_as_turned_is_refused() => Assert.Contains("upright", Refused(TinyMedia.Png(orientation: 6)), StringComparison.Ordinal);

    [Fact]
    public void A_pdf_is_kept_up_to_its_end_and_nothing_hides_behind_it()
    {
        var file = Taken(TinyMedia.Pdf());
        Assert.Equal(MediaKind.Pdf, file.Kind);
        Assert.Equal(TinyMedia.Pdf(), file.Bytes);
        Assert.Equal(TinyMedia.Pdf(), Taken([.. TinyMedia.Pdf(), .. "PK hidden"u8]).Bytes);
        Assert.Contains("hidden", Refused([.. TinyMedia.Pdf(), .. new byte[2_000]]), StringComparison.Ordinal);
        Refused("%PDF-1.4 and no end of it at all"u8.ToArray());
        Refused([.. "x"u8, .. TinyMedia.Pdf()]);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF89a/*\u0001\u0001\u0001 */=1;alert(1)")]
    [InlineData("GIF89a=1;alert(document.domain)//////////////////////")]
    [InlineData("BM\u0001\u0002")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\u00FF\u00D8\u00FF")]
    [InlineData("RIFF\u0004\u0000\u0000\u0000WEBP")]
    [InlineData("")]
    public void What_is_none_of_the_kinds_is_refused_whatever_it_is_called(string text) => Assert.NotEmpty(Refused(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void A_polyglot_that_is_a_sound_gif_loses_its_script()
    {
        byte[] script = [.. "*/=1;alert(1)//"u8];
        byte[] sound = TinyMedia.Gif(width: 0x2A2F);
        byte[] polyglot = [.. sound[..^1], 0x21, 0xFE, (byte)script.Length, .. script, 0, 0x3B, .. script];

        Assert.DoesNotContain("alert", Latin(Taken(polyglot).Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(12_001, 1)]
    [InlineData(1, 12_001)]
    [InlineData(8_000, 8_000)]
    [InlineData(0, 10)]
    public void A_picture_that_would_fill_the_memory_is_refused_on_its_header(int width, int height)
    {
        var watch = Stopwatch.StartNew();
        Refused(TinyMedia.Png((uint)width, (uint)height));
        Refused(TinyMedia.Jpeg(width, height));
        Refused(TinyMedia.Gif(width, height));
        if (width is > 0 and <= 16_383 && height <= 16_383)
            Refused(TinyMedia.WebP(width, height));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Fact]
    public void Many_frames_are_refused_and_some_are_counted()
    {
        Assert.Equal(12, Taken(TinyMedia.Gif(frames: 12)).Frames);
        Refused(TinyMedia.Gif(frames: 10_000));
        Refused(TinyMedia.Gif(3_000, 3_000, frames: 100));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_was_cut_off_anywhere_is_refused_and_no_byte_of_nonsense_throws(MediaKind kind, bool dirty)
    {
        var bytes = Make(kind, dirty: false);
        for (var length = 0; length < bytes.Length; length++)
            Refused(bytes[..length]);

        // Every byte turned over in its turn: taken or refused, but never an exception, and never a larger file.
        var made = Make(kind, dirty);
        for (var i = 0; i < made.Length; i++)
        {
            byte[] wrong = [.. made];
            wrong[i] ^= 0xFF;
            var reading = MediaReader.Read(wrong);
            Assert.True(reading.File is null != (reading.Problem is null));
            Assert.True((reading.File?.Bytes.Length ?? 0) <= made.Length + 16);
        }
    }

    [Fact]
    public void A_file_over_the_limit_is_refused() => Assert.Contains("larger", Refused(new byte[MediaLimits.MaxBytes + 1]), StringComparison.Ordinal);
}
