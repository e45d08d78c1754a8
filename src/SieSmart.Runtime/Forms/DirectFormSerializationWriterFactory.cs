using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Forms;

/// <summary>
/// Makes writers of forms (<c>application/x-www-form-urlencoded</c>) that take objects and lists of them as well. It goes wherever Kiota
/// takes an <see cref="ISerializationWriterFactory"/>, into adapters of its own as well.
/// </summary>
/// <remarks>
/// Each scalar is a pair: that of an object's member is <c>object[member]</c>, as <c>style: deepObject</c> has it; items of a list are pairs
/// of one name, and objects and lists in it <c>list[0][member]</c>. What is null is left out; an empty text is a pair. Thread-safe; its
/// writers are not.
/// </remarks>
public sealed class DirectFormSerializationWriterFactory : ISerializationWriterFactory
{
    /// <inheritdoc/>
    public string ValidContentType => "application/x-www-form-urlencoded";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contentType"/> is not that of forms.</exception>
    public ISerializationWriter GetSerializationWriter(string contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            throw new ArgumentNullException(nameof(contentType));
        }

        return string.Equals(ValidContentType, contentType, StringComparison.OrdinalIgnoreCase)
            ? new DirectFormSerializationWriter()
            : throw new ArgumentOutOfRangeException(nameof(contentType), contentType, $"This factory writes {ValidContentType}. Register it under that content type.");
    }
}
