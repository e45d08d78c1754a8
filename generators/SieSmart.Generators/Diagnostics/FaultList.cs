using Microsoft.CodeAnalysis;
using SieSmart.Generators.Model;
using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Diagnostics;

/// <summary>Collects the faults of one document, each once.</summary>
/// <param name="documentPath">Where the document itself is.</param>
internal sealed class FaultList(string documentPath)
{
    private readonly List<string> _files = [documentPath];
    private readonly List<Fault> _faults = [];
    private readonly HashSet<Fault> _seen = [];
    private readonly List<Suppression> _suppressions = [];

    /// <summary>The faults so far, in the order in which they were found.</summary>
    public EquatableArray<Fault> ToEquatableArray() => _faults
        .Where(fault => !_suppressions.Exists(suppression => suppression.Covers(fault.Rule.Id, fault.Position)))
        .ToEquatableArray();

    /// <summary>Leaves out the faults of a rule in a stretch of the document.</summary>
    public void Suppress(string ruleId, TextPosition start, TextPosition end) => _suppressions.Add(new Suppression(ruleId, start, end));

    /// <summary>Adds another file in which there may be faults, and returns the number by which positions name it.</summary>
    public int AddFile(string path)
    {
        _files.Add(path);
        return _files.Count - 1;
    }

    /// <summary>Adds a fault, unless the same one is there already.</summary>
    public void Add(DiagnosticDescriptor rule, TextPosition position, params string[] arguments) => Add(null, rule, position, arguments);

    /// <summary>Adds a fault of clients that read JSON directly, or of those that read it as Kiota does.</summary>
    public void AddOf(bool directJson, DiagnosticDescriptor rule, TextPosition position, params string[] arguments) => Add(directJson, rule, position, arguments);

    private void Add(bool? directJson, DiagnosticDescriptor rule, TextPosition position, string[] arguments)
    {
        var fault = new Fault(rule, _files[position.File], position, arguments.ToEquatableArray()) { OfDirectJson = directJson };
        if (_seen.Add(fault))
        {
            _faults.Add(fault);
        }
    }
}
