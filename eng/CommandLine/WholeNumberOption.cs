using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace CommandLine;

/// <summary>An option that takes a whole number within bounds, and says which if it gets another.</summary>
/// <typeparam name="T">The number's type.</typeparam>
internal sealed class WholeNumberOption<T> : Option<T>
    where T : struct, IBinaryInteger<T>
{
    public WholeNumberOption(string name, T least, T most)
        : base(name) => CustomParser = result =>
        {
            var value = result.Tokens[0].Value;
            if (T.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} needs a whole number from {least} to {most}, not '{value}'."));
            return default;
        };
}
