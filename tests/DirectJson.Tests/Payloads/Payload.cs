using System.Text;
using System.Text.Json.Nodes;

namespace DirectJson.Tests.Payloads;

/// <summary>Bends the body of an answer.</summary>
internal static class Payload
{
    private static readonly string[] Tails = [" ", "\n", "x", "{}", ",", "\0", "]", "// end"];

    /// <summary>The body after some changes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> body, IReadOnlyList<Bend> bends)
    {
        var value = PayloadValue.Of(JsonNode.Parse(body));
        foreach (var bend in bends.Where(bend => bend.Change < PayloadChange.ByteOrderMark))
        {
            var all = value.All().ToList();
            all[bend.Place % all.Count].Bend(bend.Change, bend.Choice);
        }

        var bytes = Encoding.UTF8.GetBytes(value.ToString());
        foreach (var bend in bends.Where(bend => bend.Change >= PayloadChange.ByteOrderMark))
        {
            bytes = Broken(bytes, bend);
        }

        return bytes;
    }

    private static byte[] Broken(byte[] bytes, Bend bend)
    {
        var tail = Encoding.UTF8.GetBytes(Tails[bend.Choice % Tails.Length]);
        switch (bend.Change)
        {
            case PayloadChange.ByteOrderMark:
                return [.. Encoding.UTF8.Preamble, .. bytes];
            case PayloadChange.Truncate:
                return bytes[..(bend.Place % (bytes.Length + 1))];
            case PayloadChange.Append:
                return [.. bytes, .. tail];
            case PayloadChange.Prepend:
                return [.. tail, .. bytes];
            default:
                if (bytes.Length > 0)
                {
                    bytes[bend.Place % bytes.Length] = (byte)(bend.Choice % 4 == 0 ? 0xFF : bend.Choice % 4 == 1 ? 0xC3 : bend.Choice);
                }

                return bytes;
        }
    }
}
