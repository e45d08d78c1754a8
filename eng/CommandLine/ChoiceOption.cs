using System.CommandLine;

namespace CommandLine;

/// <summary>An option that takes one of a few words, in any case, and lists them if it gets another.</summary>
/// <typeparam name="T">What the words stand for.</typeparam>
internal sealed class ChoiceOption<T> : Option<T>
{
    public ChoiceOption(string name, params IReadOnlyList<(string Word, T Meaning)> choices)
        : base(name)
    {
        HelpName = string.Join('|', choices.Select(choice => choice.Word));
        CompletionSources.Add([.. choices.Select(choice => choice.Word)]);
        CustomParser = result =>
        {
            var value = result.Tokens[0].Value;
            foreach (var (word, meaning) in choices)
            {
                if (word.Equals(value, StringComparison.OrdinalIgnoreCase))
                {
                    return meaning;
                }
            }

            result.AddError($"{name} is one of {string.Join(", ", choices.Select(choice => choice.Word))}, not '{value}'.");
            return default;
        };
    }
}
