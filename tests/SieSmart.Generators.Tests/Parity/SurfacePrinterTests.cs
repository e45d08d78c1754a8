using SieSmart.Generators.Tests.Parity.Surface;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>Sources in Kiota's own style, whose surfaces the goldens hold.</summary>
public sealed class SurfacePrinterTests
{
    [Theory]
    [InlineData("Proposals.ApiClient")]
    [InlineData("Proposals.Proposals.ProposalsRequestBuilder")]
    [InlineData("Proposals.Models.Proposal")]
    [InlineData("Proposals.Models.Error")]
    [InlineData("Proposals.Models.Office_country")]
    public void Reads_a_client_as_kiota_writes_it(string type) =>
        AssertSame(ParityFiles.BackwardCompatibleGolden("proposals"), Print("proposals"), type);

    [Fact]
    public void Resolves_short_names_to_the_types_that_the_sources_declare() =>
        AssertSame(
            ParityFiles.Golden("proposals"),
            Print("rate-cards", "rate-cards.models"),
            "Proposals.Configuration.RateCards.RateCardsRequestBuilder");

    [Fact]
    public void Reads_a_template_that_one_operation_has_to_itself() =>
        AssertSame(ParityFiles.Golden("queries"), Print("required-mix"), "Queries.RequiredMix.RequiredMixRequestBuilder");

    [Fact]
    public void Reads_a_discriminator_from_the_arms_of_a_switch() =>
        AssertSame(ParityFiles.Golden("inheritance"), Print("vehicle"), "Inheritance.Models.Vehicle");

    [Fact]
    public void Reads_an_enum_of_flags_with_its_numbers() =>
        AssertSame(ParityFiles.Golden("enums"), Print("weekdays"), "Enums.Models.Weekdays");

    [Theory]
    [InlineData("Unions.Models.NamedOneOf")]
    [InlineData("Unions.Models.AnyPayment")]
    [InlineData("Unions.Models.Holder.Holder_modelsOrModel")]
    [InlineData("Unions.Payments.PaymentsRequestBuilder.PaymentsPostRequestBody")]
    public void Reads_how_the_members_of_a_union_are_told_apart(string type) =>
        AssertSame(ParityFiles.Golden("unions"), Print("unions"), type);

    [Fact]
    public void Reads_default_values_as_they_are_written()
    {
        static string[] Defaults(string surface) =>
            [.. Lines(surface).Where(line => line.StartsWith("default Formats.Models.Defaults.", StringComparison.Ordinal))];

        Assert.Equal(14, Defaults(Print("defaults")).Length);
        Assert.Equal(Defaults(ParityFiles.Golden("formats")), Defaults(Print("defaults")));
    }

    [Fact]
    public void Reads_a_content_type_that_the_caller_chooses() => AssertPrints(
        """
        public class ImagesRequestBuilder
        {
            public RequestInformation ToPutRequestInformation(Stream body, string contentType)
            {
                requestInfo.SetStreamContent(body, contentType);
            }
        }
        """,
        "content ImagesRequestBuilder.ToPutRequestInformation = (parameter) by SetStreamContent",
        "method ImagesRequestBuilder.ToPutRequestInformation(Stream, string) : RequestInformation",
        "params ImagesRequestBuilder.ToPutRequestInformation = body, contentType",
        "type ImagesRequestBuilder class");

    [Fact]
    public void Reads_what_kiota_never_writes() => AssertPrints(
        """
        public interface IThing { string Name { get; } }
        public struct Point
        {
            public readonly int X, Y;
            public void Mark() => request.Headers.Add("X-Mark", "a \"b\"");
        }
        """,
        "field Point.X : int",
        "field Point.Y : int",
        "header Point.Mark \"X-Mark\" = \"a \\\"b\\\"\"",
        "method Point.Mark() : void",
        "prop IThing.Name : string {get;}",
        "type IThing interface",
        "type Point struct");

    [Fact]
    public void Reads_where_an_error_takes_its_message_from() => AssertPrints(
        """
        public class Plain { public override string Message { get => base.Message; } }
        public class Nested { public override string Message => Error?.Reason ?? string.Empty; }
        """,
        "message Nested = Error?.Reason ?? string.Empty",
        "message Plain = base.Message",
        "prop Nested.Message : string {get;}",
        "prop Plain.Message : string {get;}",
        "type Nested class",
        "type Plain class");

    [Fact]
    public void Marks_all_that_an_obsolete_type_holds() => AssertPrints(
        """
        [global::System.Obsolete("old")]
        public class Old { public class Inner { public Inner() { Size = 1; } } }
        public class New { [Obsolete] public New() : base(adapter, "{+baseurl}") { } }
        """,
        "obsolete ctor New()",
        "obsolete ctor Old.Inner()",
        "obsolete default Old.Inner.Size = 1",
        "obsolete type Old class",
        "obsolete type Old.Inner class",
        "obsolete url New = \"{+baseurl}\"",
        "type New class");

    [Fact]
    public void Leaves_out_what_callers_cannot_see() => AssertPrints(
        """
        internal class Hidden { public class Inner { } }
        public class Seen
        {
            internal int Number { get; set; }
            private Seen() { }
            class Nested { }
        #if !NET8_0_OR_GREATER
            public void Before() { }
        #endif
        }
        """,
        "type Seen class");

    [Fact]
    public void Spells_types_of_other_assemblies_by_their_last_segment() => AssertPrints(
        """
        namespace A.B
        {
            using Short = global::A.C.Other;
            public class T : global::Microsoft.Kiota.Abstractions.Serialization.IParsable
            {
                public global::System.Collections.Generic.List<int?>? @List { get; private set; }
                public byte[]? Bytes { get; init; }
                public C.Other One { get; }
                public Short Two { get; }
                public Dictionary<string, C.Other?> this[params global::System.Guid[] ids] => null;
            }
        }
        namespace A.C
        {
            public record Other;
        }
        """,
        "indexer A.B.T[Guid[]] : Dictionary<string, A.C.Other?>",
        "prop A.B.T.Bytes : byte[]? {get;init;}",
        "prop A.B.T.List : List<int?>? {get;private set;}",
        "prop A.B.T.One : A.C.Other {get;}",
        "prop A.B.T.Two : A.C.Other {get;}",
        "type A.B.T class : IParsable",
        "type A.C.Other record");

    [Fact]
    public void Lists_the_base_class_first_and_interfaces_in_order() => AssertPrints(
        """
        public class T : IZoo, IAnt, Things.Base, IParsable { }
        public enum E : byte { }
        """,
        "type E enum",
        "type T class : Base, IAnt, IParsable, IZoo");

    [Fact]
    public void Takes_a_template_from_the_base_constructor_alone() => AssertPrints(
        """
        public class T
        {
            public T() : this("{+baseurl}/not-this") { }
            public T(string url) : base(url) { }
        }
        """,
        "ctor T()",
        "ctor T(string)",
        "type T class");

    [Fact]
    public void Keeps_every_value_on_one_line() =>
        Assert.Equal("\"tab\\t, feed\\n, return\\r, bell\\u0007, back\\\\slash, quo\\\"te, é\"", QuotedText.Of("tab\t, feed\n, return\r, bell\u0007, back\\slash, quo\"te, é"));

    private static string Print(params IEnumerable<string> samples) =>
        SurfacePrinter.Print(samples.Select(sample => SurfaceSyntax.Parse(ParityFiles.Sample(sample))));

    private static void AssertPrints(string source, params string[] lines) =>
        Assert.Equal(lines, Lines(SurfacePrinter.Print([SurfaceSyntax.Parse(source)])));

    private static void AssertSame(string golden, string printed, string type)
    {
        var expected = About(golden, type);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, About(printed, type));
    }

    /// <summary>The lines whose subject is a type, one of its members or a type nested in it.</summary>
    private static string[] About(string surface, string type) => [.. Lines(surface).Where(line => IsAbout(line, type))];

    private static bool IsAbout(string line, string type)
    {
        var words = line.Split(' ');
        var subject = words[words[0] is "obsolete" ? 2 : 1];
        return subject.StartsWith(type, StringComparison.Ordinal)
            && (subject.Length == type.Length || subject[type.Length] is '.' or '(' or '[');
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
