using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SieSmart.Client.HealthChecks;

/// <summary>What one part of a health check found.</summary>
internal sealed record Finding(HealthStatus Status, string Description);
