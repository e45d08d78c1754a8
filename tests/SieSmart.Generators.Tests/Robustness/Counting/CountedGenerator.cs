using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Tests.Robustness.Counting;

/// <summary>
/// A copy of the generator that counts its steps: calls of its methods and turns of its loops. Both are the same in every run,
/// however busy the machine is.
/// </summary>
internal sealed class CountedGenerator
{
    private readonly Type _generator;
    private readonly FieldInfo _steps;

    private CountedGenerator(Assembly copy)
    {
        _generator = copy.GetType(typeof(OpenApiClientGenerator).FullName!, throwOnError: true)!;
        _steps = copy.GetType(StepCounter.Type, throwOnError: true)!.GetField(StepCounter.Field)!;
    }

    /// <summary>Makes the copy.</summary>
    public static CountedGenerator Create()
    {
        // In a context of its own, since the other tests use the original; what it references is theirs.
        var context = new AssemblyLoadContext(nameof(CountedGenerator));
        return new CountedGenerator(context.LoadFromStream(StepCounter.AddTo(typeof(OpenApiClientGenerator).Assembly.Location)));
    }

    /// <summary>What it takes to do something with the copy.</summary>
    public Cost Measure(Action<IIncrementalGenerator> action)
    {
        var generator = (IIncrementalGenerator)Activator.CreateInstance(_generator)!;
        _steps.SetValue(null, 0L);
        var before = GC.GetAllocatedBytesForCurrentThread();
        action(generator);
        return new Cost((long)_steps.GetValue(null)!, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
