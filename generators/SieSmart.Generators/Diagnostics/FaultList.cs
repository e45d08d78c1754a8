using Microsoft.CodeAnalysis;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading;

namespace SieSmart.Generators.Diagnostics;

/// <summary>Collects the faults of one document, each once.</summary>
internal sealed class FaultList(string filePath)
{
    private readonly List<Fault> _faults = [];
    private readonly HashSet<Fault> _seen = [];

    /// <summary>The faults so far, in the order in which they were found.</summary>
    public EquatableArray<Fault> ToEquatableArray() => _faults.ToEquatableArray();

    /// <summary>Adds a fault, unless the same one is there already.</summary>
    public void Add(DiagnosticDescriptor rule, TextPosition position, params string[] arguments)
    {
        var fault = new Fault(rule, filePath, position, arguments.ToEquatableArray());
        if (_seen.Add(fault))
        {
            _faults.Add(fault);
        }
    }
}
