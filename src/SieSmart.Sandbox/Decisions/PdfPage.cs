using System.Globalization;
using System.Text;

namespace SieSmart.Sandbox.Decisions;

/// <summary>Writes one A4 page of text as PDF 1.4, in a font that every reader has.</summary>
internal static class PdfPage
{
    public static byte[] Write(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT\n/F1 11 Tf\n16 TL\n56 780 Td\n");
        foreach (var line in lines)
        {
            text.Append('(').Append(Escape(line)).Append(") Tj T*\n");
        }

        text.Append("ET\n");

        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {text.Length} >>\nstream\n{text}endstream"),
        ];

        // One character is one byte (Latin-1), so lengths and offsets can be counted in characters.
        var file = new StringBuilder("%PDF-1.4\n");
        var references = new StringBuilder();
        for (var index = 0; index < objects.Length; index++)
        {
            references.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{references}")
            .Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\n")
            .Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (character is '(' or ')' or '\\')
            {
                escaped.Append('\\');
            }

            // Latin-1 and WinAnsi agree on these; the rest has no place in either.
            escaped.Append(character is >= ' ' and <= '~' or >= '\u00a0' and <= '\u00ff' ? character : '?');
        }

        return escaped.ToString();
    }
}
