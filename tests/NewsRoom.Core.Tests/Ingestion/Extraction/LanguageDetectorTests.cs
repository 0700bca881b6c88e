using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("The harbour trust opened its new footbridge to walkers on Friday, and it is free for all.", "en")]
    [InlineData("Le port a ouvert sa nouvelle passerelle aux marcheurs vendredi, et elle est gratuite pour tous les habitants de la ville.", "fr")]
    [InlineData("El puerto abrió el viernes su nueva pasarela para los caminantes, y es gratis para todos los vecinos de la ciudad.", "es")]
    [InlineData("Der Hafen hat am Freitag die neue Brücke für die Wanderer geöffnet, und sie ist für alle frei und nicht nur im Sommer.", "de")]
    [InlineData("افتتح الميناء جسره الجديد للمشاة يوم الجمعة", "ar")]
    [InlineData("Порт открыл новый мост для пешеходов", "ru")]
    [InlineData("Xyz", "en")]
    public void A_language_is_told_by_its_small_words_and_its_script(string text, string language) => Assert.Equal(language, Planned.One(text + "\n").Language);
}
