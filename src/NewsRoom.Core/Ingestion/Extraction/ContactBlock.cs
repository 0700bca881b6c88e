using System.Text;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>The text of a contact block, its lines joined by line feeds.</summary>
internal sealed class ContactBlock
{
    /// <summary>A longer block is none: it is read up to here.</summary>
    private const int MaxLength = 16_000;

    private readonly string? _country;
    private List<(int Start, int End)>? _shared;
    private readonly List<(int Offset, Paragraph Paragraph, int From)> _lines = [];

    public ContactBlock(ReleaseText release, int first, int last, string? country)
    {
        _country = country;
        var builder = new StringBuilder(Math.Min(MaxLength, release[first].Text.Length + (last - first) * 60 + 1));
        for (var i = first; i <= last && builder.Length < MaxLength; i++)
        {
            var paragraph = release[i];
            var from = 0;
            // Only the sentence that leads in, when it closes a longer paragraph.
            if (paragraph.Is(Traits.ContactLead) && paragraph.Text.Length > 200)
            {
                var lead = ContactSentence.LeadAt(paragraph.Words);
                if (lead < 0)
                    lead = ContactSentence.ReachAt(paragraph, true, true);
                if (lead > 0)
                    from = paragraph.Words[lead].Start;
            }

            _lines.Add((builder.Length, paragraph, from));
            builder.Append(paragraph.Text, from, Math.Min(paragraph.Text.Length - from, MaxLength)).Append('\n');
        }

        Text = builder.ToString();
        Words = Segmentation.Words.Of(Text);
        Phones = PhoneScanner.Find(Text);
        People = new PeopleReader(this).Read();
    }

    public string Text { get; }

    public Word[] Words { get; }

    /// <summary>The numbers in order, as ranges of the text.</summary>
    public List<(int Start, int End)> Phones { get; }

    /// <param name="Rank">What stands before the name and is no part of it: "Sergeant", "Sister"; null for none.</param>
    public readonly record struct Person(string Name, int Start, int End, string? Rank = null);

    public int LineAt(int offset)
    {
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            if (_lines[i].Offset <= offset)
                return _lines[i].Paragraph.LineAt(offset - _lines[i].Offset + _lines[i].From);
        }

        return _lines[0].Paragraph.StartLine;
    }

    /// <summary>The people named, in order.</summary>
    public List<Person> People { get; }

    /// <summary>Whether nothing but "or", "and" or a comma stands between two people.</summary>
    public bool AreJoined(Person one, Person other)
    {
        var between = WithoutAbsence(Text[one.End..other.Start]).Trim(' ', ',', '/', '&');
        return between.Length == 0 ? !Text.AsSpan(one.End, other.Start - one.End).Contains('\n') : Segmentation.Words.Of(between) is [var word, ..] words && words.Length <= 2 && PeopleReader.Connectors.MatchAt(words, 0) > 0 && !word.Is(WordTraits.Capital) && words.All(w => w.Key == word.Key || NameReader.IsTitleOrRole(w));
    }

    private static readonly string[] Absences = ["in her absence", "in his absence", "in their absence", "failing her", "failing him", "failing that", "failing whom", "if she is away", "if he is away", "en son absence", "à défaut", "en su ausencia", "en su defecto"];

    /// <summary>"Anna Roe or, in her absence, Ben Cole": when the other one answers.</summary>
    private static string WithoutAbsence(string between)
    {
        foreach (var absence in Absences)
        {
            if (between.IndexOf(absence, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                return between[..at].TrimEnd(' ', ',') + between[(at + absence.Length)..];
        }

        return between;
    }

    /// <summary>"Anna Roe, director, or Ben Cole, training lead, both on 020 7946 0123": whether the number behind the second one is said to be of both.</summary>
    public bool ReachesBoth(Person one, Person other)
    {
        var number = Phones.Find(p => p.Start >= other.End);
        return number.End > 0 && !Text.AsSpan(one.End, number.Start - one.End).Contains('\n')
            && Segmentation.Words.Of(Text[other.End..number.Start]) is [.., var last] words && (Both.Contains(last.Key) || (words.Length > 1 && Both.Contains(words[^2].Key)));
    }

    private static readonly KeySet Both = KeySet.Of("both all deux tous toutes ambos ambas");

    /// <summary>Whether nothing parts the lines of two people.</summary>
    public bool AreOnOneLine(Person one, Person other) => !Text.AsSpan(one.End, other.Start - one.End).Contains('\n');

    /// <summary>Whether the surname of each of two people stands in brackets behind a number.</summary>
    public bool NumbersAreNamed(Person one, Person other) => Text.Contains($"({Surname(one)})", StringComparison.Ordinal) && Text.Contains($"({Surname(other)})", StringComparison.Ordinal);

    private static string Surname(Person person) => person.Name[(person.Name.LastIndexOf(' ') + 1)..];

    /// <summary>One contact: what stands between this name and the next one.</summary>
    public FoundContact Read(Person person, int end)
    {
        PhoneNumber? first = Bracketed(person), second = null;
        if (first is not null)
            end = Math.Min(end, BracketEnd(person));
        var before = -1;
        foreach (var range in Phones)
        {
            if (range.Start < person.End)
                continue;
            // "Anna Roe +44 … or the press office +44 …": the second number is not hers.
            if (range.Start >= end || IsSetOff(range.Start) || SharedPhones.Contains(range) || (before >= 0 ? new OfficeReader(this).IsNamed(before, range.Start) : new OfficeReader(this).IsNamedBehindOr(person.End, range.Start)))
                break;
            before = range.End;
            if (Phone(range) is not { } phone)
                continue;
            if (first is not null)
            {
                second = phone;
                break;
            }

            first = phone;
        }

        if (first is not null)
            second ??= Shared(person);
        // "on 020 7946 0123 or contact Jane Roe": a number before the only name.
        first ??= Alone(person);
        var email = EmailIn(person.End, end);
        var (role, office) = new PositionReader(this).Read(person, end);
        role ??= new PositionReader(this).Before(person.Start);
        return new(person.Name, role, office, first, second?.AsWritten != first?.AsWritten ? second : null, email, LineAt(person.Start));
    }

    /// <summary>"020 7946 0123 (Anna Roe), 020 7946 0124 (Ben Cole)": the number that a name stands behind in brackets.</summary>
    private PhoneNumber? Bracketed(Person person)
    {
        if (person.Start < 2 || Text[person.Start - 1] != '(')
            return null;
        var range = Phones.FindLast(p => p.End < person.Start);
        return range.End > 0 && Text.AsSpan(range.End, person.Start - 1 - range.End).Trim(' ').IsEmpty ? Phone(range) : null;
    }

    private int BracketEnd(Person person) => Text.IndexOf(')', person.End) is >= 0 and var close ? close : Text.Length;

    private static readonly PhraseSet SharedLabels = new(
        "out of hour|out of office hour|outside office hour|after hour|evening|evenings|weekend|24 hour|24h|duty|emergency|switchboard|press office|news desk|newsdesk|en dehors des heures|hors des heures|astreinte|permanence|week end|standard|fuera de horario|fuera del horario|guardia|urgencias|centralita");

    /// <summary>Whether a number stands under several people, set off from them by an empty line as they are from one another: "Out of hours: 01632 960 999" is none of theirs alone.</summary>
    private bool IsSetOff(int offset)
    {
        var at = _lines.FindLastIndex(l => l.Offset <= offset);
        return at > 0 && People.Count > 1 && _lines[at].Paragraph.BlankLinesBefore > 0 && SharedLabels.Starts(_lines[at].Paragraph.Words)
            && _lines.Exists(l => l.Offset > 0 && l.Paragraph.BlankLinesBefore == 0) && !People.Exists(p => p.Start >= _lines[at].Offset && p.End <= offset);
    }

    /// <summary>The numbers that are of several people, found when a person is first read.</summary>
    private List<(int Start, int End)> SharedPhones => _shared ??= People.Count < 2 ? [] : Phones.FindAll(p => IsShared(p.Start));

    /// <summary>The number in a sentence of its own behind several people on one line.</summary>
    private PhoneNumber? Shared(Person person)
    {
        var range = SharedPhones.Find(p => p.Start > person.End);
        return range.End > 0 && !Text.AsSpan(person.End, range.Start - person.End).Contains('\n') ? Phone(range) : null;
    }

    /// <summary>"Anna Roe on 020 … or Ben Cole on 020 …. Out of hours: 07700 …": a sentence of its own behind two people is of both.</summary>
    private bool IsShared(int offset)
    {
        var from = Math.Max(0, Text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1);
        var stop = Math.Max(Text.LastIndexOf(". ", offset, offset - from, StringComparison.Ordinal), Text.LastIndexOf("; ", offset, offset - from, StringComparison.Ordinal));
        if (stop < 0 || People.Count(p => p.Start >= from && p.End <= stop) < 2 || People.Exists(p => p.Start >= stop && p.End <= offset))
            return false;
        return Segmentation.Words.FirstFrom(Words, stop) is >= 0 and var word && SharedLabels.MatchAt(Words, word) > 0;
    }

    /// <summary>The number before the only name of a block.</summary>
    private PhoneNumber? Alone(Person person) => People is [var only] && only.Start == person.Start && Phones is [var phone] && phone.End < person.Start && person.Start - phone.End < 60 && !Text[phone.End..person.Start].Contains('\n', StringComparison.Ordinal) && !new OfficeReader(this).OwnsFirst(People) ? Phone(phone) : null;

    /// <summary>The number in a range; null for a fax or no number.</summary>
    public PhoneNumber? Phone((int Start, int End) range)
    {
        // A fax is not a way to reach somebody before a deadline.
        var before = Text.AsSpan(Math.Max(0, range.Start - 8), Math.Min(8, range.Start));
        if (before.Contains("fax", StringComparison.OrdinalIgnoreCase))
            return null;
        return PhoneNumber.TryParse(Text[range.Start..range.End], _country, out var phone) ? phone : null;
    }

    /// <summary>The first address between two offsets.</summary>
    public string? EmailIn(int from, int to)
    {
        var at = Text.AsSpan(from, to - from).IndexOf('@');
        while (at >= 0)
        {
            var middle = from + at;
            int start = middle, end = middle + 1;
            while (start > from && (char.IsLetterOrDigit(Text[start - 1]) || Text[start - 1] is '.' or '_' or '-' or '+' or '\'' or '%'))
                start--;
            while (end < to && (char.IsLetterOrDigit(Text[end]) || Text[end] is '.' or '-'))
                end++;
            var email = Text[start..end].Trim('.', '-', '\'');
            if (start < middle && email.LastIndexOf('.') > email.IndexOf('@', StringComparison.Ordinal) + 1)
                return email;
            var next = Text.AsSpan(end, to - end).IndexOf('@');
            at = next < 0 ? -1 : end - from + next;
        }

        return null;
    }
}
