using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Flow.States;

/// <summary>A way on which a version became stale.</summary>
/// <param name="Site">The call that wrote with it.</param>
/// <param name="Write">What is known of the write.</param>
internal sealed record StaleWay(IOperation Site, PastWrite Write);
