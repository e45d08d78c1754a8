using System.CommandLine;
using System.Text.RegularExpressions;
using CommandLine;

namespace SpecDiff.CommandLine;

/// <summary>An option that says what a metadata of the OpenApiClient item says.</summary>
/// <param name="Metadata">The metadata's name.</param>
/// <param name="Option">The option.</param>
internal sealed partial record ItemOption(string Metadata, Option<string> Option)
{
    /// <summary>One that takes any text.</summary>
    /// <param name="metadata">The metadata's name.</param>
    /// <param name="value">What its value is called.</param>
    /// <param name="description">What it says.</param>
    /// <param name="preset">Its default; null if it has none.</param>
    public static ItemOption Text(string metadata, string value, string description, string? preset = null) =>
        new(metadata, WithDefault(new Option<string>(NameOf(metadata)) { HelpName = value, Description = description }, preset));

    /// <summary>One that takes one of a few words.</summary>
    /// <param name="metadata">The metadata's name.</param>
    /// <param name="choices">The words.</param>
    /// <param name="description">What it says.</param>
    /// <param name="preset">Its default; null if it has none.</param>
    public static ItemOption Choice(string metadata, IEnumerable<string> choices, string description, string? preset = null) =>
        new(metadata, WithDefault(new ChoiceOption<string>(NameOf(metadata), [.. choices.Select(choice => (choice, choice))]) { Description = description }, preset));

    private static Option<string> WithDefault(Option<string> option, string? preset)
    {
        if (preset is not null)
        {
            option.DefaultValueFactory = _ => preset;
        }

        return option;
    }

    private static string NameOf(string metadata) => "-" + Capital().Replace(metadata, match => "-" + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
