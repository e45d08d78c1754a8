using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Tests.Support;

/// <summary>A model as Kiota generates them.</summary>
internal sealed class Proposal : IParsable
{
    public string? Label { get; set; }

    public static Proposal Create(IParseNode node) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal) { ["label"] = node => Label = node.GetStringValue() };

    public void Serialize(ISerializationWriter writer) => writer.WriteStringValue("label", Label);
}
