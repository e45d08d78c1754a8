using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Configuration;

/// <summary>What came of a document.</summary>
/// <param name="DocumentPath">The document.</param>
/// <param name="Options">What its item says; null if that makes no sense.</param>
/// <param name="Client">The client; null if the document can't be read.</param>
/// <param name="Faults">What is wrong with the document or its item.</param>
internal sealed record ClientResult(string DocumentPath, ClientOptions? Options, GeneratedClient? Client, EquatableArray<Fault> Faults);
