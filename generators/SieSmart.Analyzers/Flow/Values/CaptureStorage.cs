using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A value that the compiler puts aside while it evaluates the rest of an expression.</summary>
internal sealed record CaptureStorage(CaptureId Id) : Storage;
