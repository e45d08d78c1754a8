using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SieSmart.Pipeline;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Finds misspelled settings.</summary>
public static class OptionsBuilderUnknownKeysExtensions
{
    /// <summary>
    /// Makes the check of the options fail where a value in their section has a name that no option has: it would else have no effect, and
    /// nobody would know. Sections below it are left alone.
    /// </summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="options">The options' builder.</param>
    /// <param name="section">The section that they are bound to.</param>
    /// <returns><paramref name="options"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static OptionsBuilder<TOptions> ReportUnknownKeys<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this OptionsBuilder<TOptions> options,
        IConfigurationSection section)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(section);
        string[] names = [.. typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name)];
        options.Services.AddSingleton<IValidateOptions<TOptions>>(new ConfigurationKeys<TOptions>(
            options.Name,
            section,
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [string.Empty] = names },
            knowsSections: false));
        return options;
    }
}
