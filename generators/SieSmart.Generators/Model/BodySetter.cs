namespace SieSmart.Generators.Model;

/// <summary>The method of Kiota's RequestInformation that takes a body.</summary>
internal enum BodySetter
{
    SetContentFromParsable,
    SetContentFromScalar,
    SetContentFromScalarCollection,
    SetContentFromEnum,
    SetContentFromEnumCollection,
    SetStreamContent,
}
