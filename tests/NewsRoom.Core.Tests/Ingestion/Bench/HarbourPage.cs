using System.Text;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

/// <summary>An invented archive page of three releases, in lines 3 to 14, 16 to 28 and 30 to 38, their date lines included. The first lost an address, the second a link.</summary>
internal static class HarbourPage
{
    public const string Text =
        """
        Harbour Trust press releases

        12 March 2019

        Harbour Trust opens the north quay to small boats

        The Harbour Trust today opened the north quay of Saltmarsh to small boats, after two years of work on its walls and steps.

        "We promised the town a quay that everybody can use," said Ann Rivers, harbour master of Saltmarsh.

        The quay has moorings for forty boats and a slipway at its eastern end.

        For further information please contact:
        Ann Rivers, Harbour Trust, Tel: 020 7946 0001, Email:

        3 February 2019

        Lifeboat crew honoured for rescue in January storm

        The crew of the Saltmarsh lifeboat was honoured on Friday for the rescue of nine fishermen in the storm of 14 January.

        "They went out when nobody else could," said Paul Mason, chairman of the Lifeboat Society.

        The medal was handed over by the mayor in the town hall.

        For more information, please click here.

        Media contact: Paul Mason, Lifeboat Society, Tel: 020 7946 0002

        20 January 2019

        Lighthouse museum closes for repairs until Easter

        The lighthouse museum of Saltmarsh will be closed until Easter while its lantern room is repaired.

        The museum expects to welcome visitors again on 19 April with a new exhibition on the keepers of the light.

        For further information please contact Ann Rivers on 020 7946 0001.
        """;

    public static UploadedFile File(string name = "harbour.txt", string text = Text) => new(name, Encoding.UTF8.GetBytes(text));
}
