using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SieSmart.Pipeline.HealthChecks;

/// <summary>What one part of a health check found.</summary>
internal sealed record Finding(HealthStatus Status, string Description);
