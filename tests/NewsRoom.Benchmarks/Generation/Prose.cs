using System.Globalization;
using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>Writes sentences, paragraphs and contacts out of word lists; the same random numbers give the same text.</summary>
internal sealed class Prose(Random random)
{
    public string Pick(string[] from) => from[random.Next(from.Length)];

    public int Number(int from, int to) => random.Next(from, to);

    public bool Chance(int percent) => random.Next(100) < percent;

    public string Person() => $"{Pick(WordLists.GivenNames)} {Pick(WordLists.Surnames)}";

    public string Phone() => random.Next(3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"+44 20 7946 {random.Next(1000):0000}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"020 7946 0{random.Next(1000):000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"+41 22 717 9{random.Next(1000):000}"),
    };

    private string Thing() => $"{Pick(WordLists.Adjectives)} {Pick(WordLists.Nouns)}";

    public string Headline() => random.Next(4) switch
    {
        0 => $"{Capital(Thing())} {Pick(WordLists.PastVerbs)} in {Pick(WordLists.Towns)}",
        1 => $"{Pick(WordLists.Bodies)} {Pick(WordLists.PastVerbs)} {Thing()} for {Pick(WordLists.Nouns)}s",
        2 => $"{Pick(WordLists.Towns)} {Pick(WordLists.Nouns)} to share {Thing()} with {Pick(WordLists.Countries)}",
        _ => $"{random.Next(20, 4000)} {Pick(WordLists.Nouns)}s {Pick(WordLists.PastVerbs)} by {Thing()}",
    };

    public string Lead(string body, string when) => random.Next(3) switch
    {
        0 => $"{body} has {Pick(WordLists.PastVerbs)} a {Thing()} in {Pick(WordLists.Towns)} {when}, where {random.Next(12, 900)} {Pick(WordLists.Nouns)}s will use the {Thing()} and the {Pick(WordLists.Nouns)} beside it.",
        1 => $"A {Thing()} for {Pick(WordLists.Nouns)}s in {Pick(WordLists.Towns)} was {Pick(WordLists.PastVerbs)} {when} by {body}, together with {Pick(WordLists.Bodies)}.",
        _ => $"{Capital(Pick(WordLists.Nouns))}s from {random.Next(3, 40)} {Pick(WordLists.Nouns)}s met {when} in {Pick(WordLists.Towns)} at the invitation of {body} to discuss the {Thing()}.",
    };

    public string Paragraph(string body, string person)
    {
        var text = new StringBuilder();
        for (var sentences = random.Next(1, 5); sentences > 0; sentences--)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(Sentence(body, person));
        }

        return text.ToString();
    }

    private string Sentence(string body, string person) => random.Next(9) switch
    {
        0 => $"“The {Thing()} has {Pick(WordLists.PastVerbs)} more {Pick(WordLists.Nouns)}s than we hoped, and the {Pick(WordLists.Nouns)} will go on,” said {person}, {Pick(WordLists.Roles)} at {body}.",
        1 => $"The {Thing()} {Pick(WordLists.PastVerbs)} {random.Next(2, 97)} per cent of the {Pick(WordLists.Nouns)}s in {Pick(WordLists.Towns)} and {Pick(WordLists.Towns)}.",
        2 => $"It {Pick(WordLists.PastVerbs)} the {Thing()} with {Pick(WordLists.Bodies)} and a {Thing()} from {Pick(WordLists.Countries)}.",
        3 => $"They were {Pick(WordLists.PastVerbs)} after a {Thing()} of the {Pick(WordLists.Nouns)} in {Pick(WordLists.Months)} {random.Next(2005, 2019)}.",
        4 => $"Since {random.Next(1970, 2012)} the {Pick(WordLists.Nouns)} has {Pick(WordLists.PastVerbs)} {random.Next(100, 90000).ToString("N0", CultureInfo.InvariantCulture)} {Pick(WordLists.Nouns)}s, among them {random.Next(10, 90)} {Pick(WordLists.Adjectives)} {Pick(WordLists.Nouns)}s.",
        5 => $"“We {Pick(WordLists.PastVerbs)} every {Pick(WordLists.Nouns)} and every {Pick(WordLists.Nouns)},” {person.Split(' ')[^1]} added.",
        6 => $"In addition, the {Thing()} {Pick(WordLists.PastVerbs)} a {Thing()}, a {Thing()} and the {Pick(WordLists.Nouns)} of the {Pick(WordLists.Nouns)}.",
        7 => $"More about the {Pick(WordLists.Nouns)} can be found on the website of {body}, and the {Pick(WordLists.Nouns)} can be downloaded here.",
        _ => $"The next {Pick(WordLists.Nouns)} will be {Pick(WordLists.PastVerbs)} on {random.Next(1, 29)} {Pick(WordLists.Months)} in {Pick(WordLists.Towns)} ({Pick(WordLists.Countries)}), {Pick(WordLists.Adjectives)} {Pick(WordLists.Nouns)}s permitting.",
    };

    public string French(string body) => random.Next(3) switch
    {
        0 => $"{body} {Pick(WordLists.FrenchVerbs)} un {Pick(WordLists.FrenchNouns)} pour les {Pick(WordLists.FrenchNouns)} de {Pick(WordLists.Towns)}, avec le soutien des {Pick(WordLists.FrenchNouns)} et de la région.",
        1 => $"« Les {Pick(WordLists.FrenchNouns)} ont été rénovés dans le {Pick(WordLists.FrenchNouns)}, et nous en sommes fiers », a déclaré {Person()}, directrice du {Pick(WordLists.FrenchNouns)}.",
        _ => $"Depuis {random.Next(1995, 2015)}, {random.Next(20, 900)} {Pick(WordLists.FrenchNouns)} sont venus au {Pick(WordLists.FrenchNouns)} pour rencontrer les {Pick(WordLists.FrenchNouns)} du {Pick(WordLists.FrenchNouns)}.",
    };

    public string Spanish(string body) => random.Next(3) switch
    {
        0 => $"{body} {Pick(WordLists.SpanishVerbs)} un {Pick(WordLists.SpanishNouns)} para los {Pick(WordLists.SpanishNouns)} de {Pick(WordLists.Towns)}, con el apoyo de las {Pick(WordLists.SpanishNouns)} y de la región.",
        1 => $"«Los {Pick(WordLists.SpanishNouns)} han sido renovados en el {Pick(WordLists.SpanishNouns)}, y estamos contentos», dijo {Person()}, directora del {Pick(WordLists.SpanishNouns)}.",
        _ => $"Desde {random.Next(1995, 2015)}, {random.Next(20, 900)} {Pick(WordLists.SpanishNouns)} llegaron al {Pick(WordLists.SpanishNouns)} para conocer a los {Pick(WordLists.SpanishNouns)} del {Pick(WordLists.SpanishNouns)}.",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
