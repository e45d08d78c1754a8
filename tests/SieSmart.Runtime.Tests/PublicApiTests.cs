using System.Reflection;
using System.Runtime.CompilerServices;

namespace SieSmart.Runtime.Tests;

public sealed class PublicApiTests
{
    /// <summary>
    /// The marker of an init accessor is a type of each assembly's own on netstandard2.0 and the framework's elsewhere: a
    /// library that was built against the one fails with MissingMethodException when it meets the other.
    /// </summary>
    [Fact]
    public void Has_no_init_accessor_since_those_differ_between_target_frameworks()
    {
        var accessors = typeof(ETag).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(property => property.SetMethod is { IsPublic: true } setter
                && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType}.{property.Name}");

        Assert.Empty(accessors);
    }
}
