using System.CommandLine;

namespace CommandLine;

/// <summary>A word that stands on its own. A misspelled option is none: it would be taken for this.</summary>
internal sealed class WordArgument : Argument<string>
{
    public WordArgument(string name)
        : base(name) => Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] option }])
            {
                result.AddError($"There is no option '{option}', and '{name}' does not begin with a dash.");
            }
        });
}
