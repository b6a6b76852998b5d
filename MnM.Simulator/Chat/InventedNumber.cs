using System.Globalization;

namespace MnM.Simulator.Chat;

/// <summary>A sentence with a number that nobody gave, hidden in one of twenty ways.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Invention">The part of it that tells the number.</param>
public sealed record InventedNumber(string Kind, string Sentence, string Invention)
{
    private static readonly string[] Units = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Ones = ["three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] Romans = ["XLIII", "XLVII", "LIII", "LXVII", "LXXIX", "LXXXIII", "XCVII"];
    private static readonly string[] Fractions = ["three sevenths", "four ninths", "five elevenths", "two sevenths", "five ninths", "six thirteenths", "seven elevenths"];

    /// <summary>How many ways there are.</summary>
    public const int Kinds = 20;

    /// <summary>The same sentence for the same seed and number. What it tells is far from what happens in a game, so that nobody can have given it by chance.</summary>
    public static InventedNumber Of(int seed, int number)
    {
        var draw = (uint)((seed * 7919) + (number * 104_729));
        var (place, big) = ((int)(draw % 7), 7001 + (int)(draw % 1999));
        var text = big.ToString(CultureInfo.InvariantCulture);
        return (number % Kinds) switch
        {
            0 => With("digits", text, "You could have had {0} gold more."),
            1 => With("words", $"{Tens[place]}-{Ones[(place + 3) % 7]} thousand", "You could have had {0} gold more."),
            2 => With("teens", $"{Units[place]} hundred", "The enemy was {0} gold ahead."),
            3 => With("arabic digits", Digits(text, '٠'), "You could have had {0} gold more."),
            4 => With("full width digits", Digits(text, '０'), "You could have had {0} gold more."),
            5 => With("percent", $"{text[1]}{text[2]}.{text[3]}7 %", "That cost {0} of the game."),
            6 => With("percent in words", $"{Tens[place]}-{Ones[(place + 2) % 7]} point {Ones[place]} percent", "That cost {0} of the game."),
            7 => With("roman", Romans[place], "You fell behind by {0} minions."),
            8 => With("rounded", $"{text[0]}.{text[1]}k", "About {0} gold was missing."),
            9 => With("date", $"2031-0{place + 2}-1{place}", "It was as bad on {0}."),
            10 => With("date in words", $"{place + 11} November 2031", "It was as bad on {0}."),
            11 => With("fraction", Fractions[place], "You were there for {0} of the fights."),
            12 => With("fraction in digits", $"{place + 3}/1{place + 3}", "You were there for {0} of the fights."),
            13 => With("hidden in a name", $"\"Player {text}\"", "The lane belonged to {0}."),
            14 => With("time", $"1{place}7:0{place + 2}", "The lane was lost at {0}."),
            15 => With("superscript", $"{place + 3}²³", "You died {0} times."),
            16 => With("taken apart", $"{Tens[place][..3]}-{Tens[place][3..]} thousand", "You could have had {0} gold more."),
            17 => With("grouped", $"{text[0]},{text[1..]}", "You could have had {0} gold more."),
            18 => With("with a letter of another script", Ones[place].Replace('e', 'е').Replace('i', 'і') + "ty thousand", "You could have had {0} gold more."),
            _ => With("multiple", $"{Ones[place]}fold hundred", "Others had it {0} better."),
        };

        static InventedNumber With(string kind, string invention, string sentence) => new(kind, string.Format(CultureInfo.InvariantCulture, sentence, invention), invention);
    }

    private static string Digits(string text, char zero) => string.Concat(text.Select(digit => (char)(zero + digit - '0')));
}
