using Microsoft.CodeAnalysis;

namespace EndToEnd.Tests.Compiling;

/// <summary>What an edit of the API's description does to the client.</summary>
public sealed class DescriptionTests
{
    private const string UsesNickname = "_ = new SieSmart.Models.Office { Nickname = \"HQ\" };";
    private const string UnknownMember = "CS0117";

    [Fact]
    public void A_property_that_is_added_to_a_schema_is_on_the_model()
    {
        const string Office = "    Office:\n";
        const string FirstProperty = "      properties:\n";
        var description = GeneratedClient.Read();
        var place = description.IndexOf(FirstProperty, description.IndexOf(Office, StringComparison.Ordinal), StringComparison.Ordinal);
        var edited = description.Insert(place + FirstProperty.Length, """
                    nickname:
                      type: string
                      x-provenance: documented

            """);

        var before = GeneratedClient.Of(description);
        var after = GeneratedClient.Of(edited);

        Assert.Equal(UnknownMember, Assert.Single(CSharpSnippet.Compile(UsesNickname, before.Compilation)).Id);
        Assert.Empty(after.Diagnostics);
        Assert.Empty(CSharpSnippet.Compile(UsesNickname, after.Compilation));
    }

    [Fact]
    public void A_misspelled_reference_is_one_error_that_names_its_line()
    {
        const string Reference = "$ref: '#/components/schemas/Calculation'";
        var lines = GeneratedClient.Read().Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains(Reference, StringComparison.Ordinal));
        lines[line] = lines[line].Replace("Calculation", "Calulation", StringComparison.Ordinal);

        var client = GeneratedClient.Of(string.Join('\n', lines));

        var error = Assert.Single(client.Diagnostics);
        Assert.Equal(("SIE2002", DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Equal((GeneratedClient.Description, line), (error.Location.GetLineSpan().Path, error.Location.GetLineSpan().StartLinePosition.Line));
    }
}
