using System.Reflection;
using SieSmart.Pipeline;
using SieSmart.Runtime;

namespace SieSmart.Client.Tests;

/// <summary>What the libraries tell those who trim a program, or compile it to native code; and what has their own compiler look for it.</summary>
public sealed class TrimmingTests
{
    public static TheoryData<string, Type> Libraries => new()
    {
        { "SieSmart.Client", typeof(SieSmartClient) },
        { "SieSmart.Pipeline", typeof(OpenApiClient) },
        { "SieSmart.Runtime", typeof(ETag) },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_says_that_it_can_be_trimmed_and_compiled_to_native_code(string name, Type type)
    {
        var says = type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(metadata => metadata.Key, metadata => metadata.Value, StringComparer.Ordinal);

        Assert.Equal(name, type.Assembly.GetName().Name);
        Assert.Equal(["True"], says["IsTrimmable"]);
        Assert.Equal(["True"], says["IsAotCompatible"]);
    }
}
