using System.Reflection;
using System.Runtime.Loader;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>A compiler of another version in this process, with a generator and tests of its own.</summary>
internal sealed class RoslynContext(string version) : AssemblyLoadContext("Roslyn " + version, isCollectible: false)
{
    private static readonly string[] Shared = ["SieSmart.Generators", "YamlDotNet", typeof(RoslynContext).Assembly.GetName().Name!];

    /// <summary>Calls a method of a class of the tests as that compiler's neighbours have it.</summary>
    public TResult Call<TResult>(Delegate method, params object?[] arguments)
    {
        var type = LoadFromAssemblyName(method.Method.DeclaringType!.Assembly.GetName()).GetType(method.Method.DeclaringType.FullName!, throwOnError: true)!;
        return (TResult)type.GetMethod(method.Method.Name)!.Invoke(obj: null, arguments)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "Microsoft.CodeAnalysis" => LoadFromAssemblyPath(PackageFolder.AssemblyOf("Microsoft.CodeAnalysis.Common", version, "Microsoft.CodeAnalysis")),
        "Microsoft.CodeAnalysis.CSharp" => LoadFromAssemblyPath(PackageFolder.AssemblyOf("Microsoft.CodeAnalysis.CSharp", version, "Microsoft.CodeAnalysis.CSharp")),
        { } name when Shared.Contains(name, StringComparer.Ordinal) => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll")),
        _ => null,
    };
}
