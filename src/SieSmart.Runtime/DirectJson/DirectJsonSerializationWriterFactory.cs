using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// Makes the writers that let models write their JSON directly where they can, and everything else as Kiota does. It goes wherever
/// Kiota takes an <see cref="ISerializationWriterFactory"/>, into adapters of its own as well.
/// </summary>
/// <remarks>Thread-safe; its writers are not.</remarks>
public sealed class DirectJsonSerializationWriterFactory : ISerializationWriterFactory
{
    /// <inheritdoc/>
    public string ValidContentType => "application/json";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contentType"/> is not that of JSON.</exception>
    public ISerializationWriter GetSerializationWriter(string contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            throw new ArgumentNullException(nameof(contentType));
        }

        return string.Equals(ValidContentType, contentType, StringComparison.OrdinalIgnoreCase)
            ? new DirectJsonSerializationWriter()
            : throw new ArgumentOutOfRangeException(nameof(contentType), contentType, $"This factory writes {ValidContentType}. Register it under that content type.");
    }
}
