using System.Globalization;

namespace NewsRoom.Core.Contacts;

/// <summary>How many digits a number has behind its country calling code (after ITU-T E.164 and the national plans).</summary>
internal static class NumberingPlans
{
    private const string Plans =
        "1:10 7:10 20:8-10 27:9 30:10 31:9 32:8-9 33:9 34:9 36:8-9 39:8-11 40:9 41:9 43:7-13 44:10 45:8 46:7-10 47:8 48:9 49:6-12 51:8-9 52:10-11 53:8 54:10-11 55:10-11 56:9 57:8-10 58:10 " +
        "60:8-10 61:9 62:8-12 63:8-10 64:8-10 65:8 66:8-9 81:9-10 82:8-10 84:9-10 86:10-11 90:10 91:10 92:9-10 93:9 94:9 95:7-10 98:10 " +
        "211:9 212:9 213:8-9 216:8 218:8-9 220:7 221:9 222:8 223:8 224:8-9 225:8-10 226:8 227:8 228:8 229:8-10 230:7-8 231:7-9 232:8 233:9 234:8-10 235:8 236:8 237:8-9 238:7 239:7 240:9 241:7-8 242:9 243:9 " +
        "244:9 245:7-9 248:7 249:9 250:9 251:9 252:7-9 253:8 254:9 255:9 256:9 257:8 258:8-9 260:9 261:9 262:9 263:8-9 264:8-9 265:7-9 266:8 267:7-8 268:8 269:7 290:4-5 291:7 297:7 298:6 299:6 " +
        "350:8 351:9 352:6-9 353:7-9 354:7 355:8-9 356:8 357:8 358:6-10 359:7-9 370:8 371:8 372:7-8 373:8 374:8 375:9 376:6 377:8-9 378:6-10 380:9 381:8-9 382:8 383:8 385:8-9 386:8 387:8 389:8 420:9 421:9 423:7 " +
        "500:5 501:7 502:8 503:8 504:8 505:8 506:8 507:7-8 508:6 509:8 590:9 591:8 592:7 593:8-9 594:9 595:8-9 596:9 597:6-7 598:8 599:7-8 " +
        "670:7-8 672:6 673:7 674:7 675:7-8 676:5-7 677:5-7 678:5-7 679:7 680:7 681:6 682:5 683:4 685:5-7 686:8 687:6 688:5-6 689:8 690:4 691:7 692:7 " +
        "850:8-10 852:8 853:8 855:8-9 856:8-10 880:8-10 886:8-9 960:7 961:7-8 962:8-9 963:8-9 964:8-10 965:8 966:8-9 967:7-9 968:8 970:8-9 971:8-9 972:8-9 973:8 974:8 975:7-8 976:8 977:8-10 992:9 993:8 994:9 995:9 996:9 998:9";

    private static readonly Dictionary<string, (int Min, int Max)> Lengths = Parse();

    public static bool Knows(string code) => Lengths.ContainsKey(code);

    /// <summary>Whether the digits can be a whole number of that country, its trunk prefix left out.</summary>
    public static bool Accepts(string code, string national) =>
        Lengths.TryGetValue(code, out var range) && national.Length >= range.Min && national.Length <= range.Max
        && (KeepsZero(code) || !national.StartsWith('0')) && (code != "1" || (national[0] >= '2' && national[3] >= '2'))
        && (code is not ("225" or "229") || national.Length is 8 or 10) && (code != "52" || national.Length == 10 || national[0] == '1');

    /// <summary>Whether the zero that numbers of a country begin with is dialled from abroad too.</summary>
    public static bool KeepsZero(string code) => code is "39" or "225" or "229" or "241" or "242" or "378";

    /// <summary>Whether numbers of a country are dialled the same at home, without a zero before them: what begins with one there is of another country.</summary>
    private static bool HasNoTrunk(string code) =>
        code is "1" or "34" or "30" or "45" or "47" or "48" or "52" or "56" or "65" or "351" or "352" or "356" or "371" or "372" or "420" or "221" or "222" or "223" or "224" or "226" or "227" or "228" or "235" or "236" or "237" or "238" or "257" or "267" or "268" or "504" or "502" or "503" or "505" or "506" or "507";

    /// <summary>The whole number that digits as dialled within a country stand for; null when they cannot be one of its numbers.</summary>
    public static string? FromNational(string code, string digits)
    {
        if (KeepsZero(code))
            return Accepts(code, digits) ? digits : null;
        if (HasNoTrunk(code))
            return null;
        var national = digits[1..];
        return Accepts(code, national) && (code != "41" || HasSwissArea(national)) && (code != "32" || national.Length == 8 || national[0] == '4') && (code != "353" || national[0] is not ('1' or '8') || national.Length == (national[0] == '1' ? 8 : 9)) ? national : null;
    }

    private static readonly HashSet<string> SwissAreas = [.. "21 22 24 26 27 31 32 33 34 41 43 44 51 52 55 56 58 61 62 71 74 75 76 77 78 79 80 81 84 91".Split(' ')];

    public static bool HasSwissArea(string national) => national.Length >= 2 && SwissAreas.Contains(national[..2]);

    private static Dictionary<string, (int Min, int Max)> Parse()
    {
        var lengths = new Dictionary<string, (int, int)>();
        foreach (var plan in Plans.Split(' '))
        {
            var parts = plan.Split(':', '-');
            var min = int.Parse(parts[1], CultureInfo.InvariantCulture);
            lengths[parts[0]] = (min, parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : min);
        }

        return lengths;
    }
}
