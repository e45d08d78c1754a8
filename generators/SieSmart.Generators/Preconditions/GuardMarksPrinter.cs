using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Prints what analyzers learn of a client that others generated.</summary>
internal static class GuardMarksPrinter
{
    private const string Attribute = "global::SieSmart.Runtime.GuardedOperation";

    /// <summary>Prints the file: attributes of the assembly, and the part of the guards that documents them.</summary>
    public static string Print(GuardMarksModel model, SourceDialect dialect)
    {
        var source = new CSharpSource(model.Style, dialect);
        source.Document(new Documentation($"The operations of {model.ClientFullName} with the ETags of the versions that they read and change."));
        source.MarkGenerated();
        using (source.Body.Open($"{source.Accessibility} static partial class {CSharpText.Identifier(model.Name)}"))
        {
        }

        var attributes = new IndentedWriter();
        foreach (var file in model.Files)
        {
            foreach (var guard in file.Guards)
            {
                PrintAttributes(model, file, guard, attributes);
            }
        }

        return CSharpSource.Head + attributes + source.ToSection(model.Namespace);
    }

    private static void PrintAttributes(GuardMarksModel model, GuardFileModel file, GuardModel guard, IndentedWriter attributes)
    {
        var operation = guard.Executor.Operation;
        var isGuarded = operation.Precondition == PreconditionKind.Guarded;
        var properties =
            (isGuarded ? ", RequiresIfMatch = true" : "") +
            (isGuarded && model.IsRequired ? ", IsError = true" : "") +
            (operation.VersionScope is { } scope ? $", VersionScope = {CSharpText.Literal(scope)}" : "");
        foreach (var name in guard.MarkedNames)
        {
            attributes.Line($"[assembly: {Attribute}(typeof({file.BuilderType}), {CSharpText.Literal(name)}, typeof({CSharpSource.Declared(model.Namespace + "." + model.Name)}){properties})]");
        }
    }
}
