using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Writing;

/// <summary>The invented players that every game draws from; the local player is in each of them.</summary>
internal static class Cast
{
    private static readonly string[] RiotIds =
    [
        "Mossbeard#EUW", "Tin Kettle#1907", "PaperCrane#FOLD", "Oskar the Odd#EUW", "quietstorm#EUW", "Lanternfish#DEEP", "Vex Machina#EUW",
        "BlueberryPi#314", "zwölfuhr#MITT", "Halfpenny#EUW", "Ståhlhjärta#NORR", "Copper Finch#EUW", "ŻółtaKaczka#PL1", "Dromedary Dan#2HMP",
        "señor búho#NOCHE", "Marzipan#EUW", "Kühlschrank#KALT", "The Last Umbrella#RAIN", "ptarmigan#EUW", "Ivory Otter#4477", "Δelta Wave#GREEK",
        "Сова Ночная#RU1", "Lighthouse#EUW", "Pocket Atlas#MAPS", "crème brûlée#FLAN", "Gravel Road#EUW", "Tuesday Again#TUE", "Wilhelmina#EUW",
        "Noodle Incident#EUW", "fjordpony#FJRD", "Silent Accordio#EUW", "Baker Street#221B", "Ganzschnell#EUW", "Øresund Ferry#DK1", "Thimble#EUW",
        "Aubergine Sky#EUW", "Castor Oil#YUCK", "Polar Bureau#EUW", "Ten Past Two#1410", "Kastanie#EUW", "Velvet Hammer#EUW", "月見うどん#JPN",
        "Saltmarsh#EUW", "Ümit Kaya#TR1", "Rook and Reed#EUW", "Sleepy Barista#LATTE", "Inkblot#EUW", "Glasbläser#EUW", "Cardigan#WOOL",
        "Miss Pelled#TYPO", "Hedgerow#EUW", "Łasica#PL2", "Second Breakfast#EUW", "Argyle Sock#LEFT", "Foghorn#EUW", "Quartz Pigeon#EUW",
        "Nine Lives Left#CAT", "Weatherwax#EUW", "Zinnober#EUW", "a b c d e f g h#EUW", "Plum Duff#EUW", "Ça Va Aller#FR1",
    ];

    public static Person Local { get; } = Person.Of("Nightjar#EUW");

    /// <summary>The local player under another name.</summary>
    public static Person Second { get; } = Person.Of("Nightjar Zwo#EUW");

    public static ImmutableArray<Person> Others { get; } = [.. RiotIds.Select(Person.Of)];
}
