using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Tests.Support;

/// <summary>An error model as Kiota generates them.</summary>
internal sealed class ApiError : ApiException, IParsable
{
    public string? Text { get; private set; }

    public override string Message => Text ?? base.Message;

    public static IParsable Create(IParseNode node) => new ApiError();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal) { ["message"] = node => Text = node.GetStringValue() };

    public void Serialize(ISerializationWriter writer) => writer.WriteStringValue("message", Text);
}
