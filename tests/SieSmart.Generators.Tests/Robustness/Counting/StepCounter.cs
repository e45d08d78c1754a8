using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace SieSmart.Generators.Tests.Robustness.Counting;

/// <summary>Makes an assembly count how often its methods are called and its loops go round.</summary>
internal static class StepCounter
{
    /// <summary>The type that is added to the assembly.</summary>
    public const string Type = "Steps";

    /// <summary>Its field, in which each thread counts its steps.</summary>
    public const string Field = "Count";

    /// <summary>A copy of an assembly that counts.</summary>
    public static MemoryStream AddTo(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var module = assembly.MainModule;
        var methods = module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();
        var counter = new TypeDefinition("", Type, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed, module.TypeSystem.Object);
        var field = new FieldDefinition(Field, FieldAttributes.Public | FieldAttributes.Static, module.TypeSystem.Int64);
        field.CustomAttributes.Add(new CustomAttribute(module.ImportReference(typeof(ThreadStaticAttribute).GetConstructor([]))));
        counter.Fields.Add(field);
        module.Types.Add(counter);
        foreach (var method in methods)
        {
            Count(method.Body, field);
        }

        var copy = new MemoryStream();
        assembly.Write(copy);
        copy.Position = 0;
        return copy;
    }

    private static void Count(MethodBody body, FieldReference field)
    {
        // Short jumps may become too long for their operands.
        body.SimplifyMacros();
        var heads = body.Instructions.SelectMany(jump => Targets(jump).Where(target => target.Offset <= jump.Offset)).Append(body.Instructions[0]).Distinct().ToList();
        foreach (var head in heads)
        {
            CountBefore(head, body, field);
        }

        body.OptimizeMacros();
    }

    private static void CountBefore(Instruction head, MethodBody body, FieldReference field)
    {
        var first = Instruction.Create(OpCodes.Ldsfld, field);
        var processor = body.GetILProcessor();
        foreach (var instruction in new[] { first, Instruction.Create(OpCodes.Ldc_I4_1), Instruction.Create(OpCodes.Conv_I8), Instruction.Create(OpCodes.Add), Instruction.Create(OpCodes.Stsfld, field) })
        {
            processor.InsertBefore(head, instruction);
        }

        foreach (var instruction in body.Instructions)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target when target == head => first,
                Instruction[] targets => targets.Select(target => target == head ? first : target).ToArray(),
                var other => other,
            };
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            handler.TryStart = Moved(handler.TryStart);
            handler.TryEnd = Moved(handler.TryEnd);
            handler.FilterStart = Moved(handler.FilterStart);
            handler.HandlerStart = Moved(handler.HandlerStart);
            handler.HandlerEnd = Moved(handler.HandlerEnd);
        }

        Instruction? Moved(Instruction? boundary) => boundary == head ? first : boundary;
    }

    private static Instruction[] Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
