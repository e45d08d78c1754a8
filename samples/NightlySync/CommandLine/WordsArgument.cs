using System.CommandLine;

namespace NightlySync.CommandLine;

/// <summary>Words that stand on their own. A misspelled option is none: it would be taken for one.</summary>
internal sealed class WordsArgument : Argument<string[]>
{
    public WordsArgument(string name)
        : base(name)
    {
        Arity = ArgumentArity.ZeroOrMore;
        Validators.Add(result =>
        {
            foreach (var option in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-')))
            {
                result.AddError($"There is no option '{option}', and '{name}' does not begin with a dash.");
            }
        });
    }
}
