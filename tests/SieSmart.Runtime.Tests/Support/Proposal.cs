using System.Globalization;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Tests.Support;

/// <summary>A model as Kiota generates them, but for a member that somebody added who reads it strictly.</summary>
internal sealed class Proposal : IParsable
{
    public string? Label { get; set; }

    public DateTimeOffset? Due { get; set; }

    public static Proposal Create(IParseNode node) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
        {
            ["label"] = node => Label = node.GetStringValue(),
            ["due"] = node => Due = DateTimeOffset.Parse(node.GetStringValue()!, CultureInfo.InvariantCulture),
        };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteStringValue("label", Label);
        writer.WriteDateTimeOffsetValue("due", Due);
    }
}
