namespace SieSmart.Generators.Model;

/// <summary>One alternative of a union.</summary>
/// <param name="Name">The name of the wrapper's property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Position">Which alternative of the document it is.</param>
/// <param name="Shape">What it looks like, or its items do, where that tells it from others; else null.</param>
/// <param name="Unset">
/// The properties of a new instance that are to be null: it is for what came to say which alternative it is, and not for the one that
/// was chosen by its shape, or for several at once.
/// </param>
/// <param name="Preset">
/// The properties of a new instance that have a default: of several alternatives at once they say nothing of what came, which may be
/// another one of them.
/// </param>
/// <param name="Overlaps">Whether it is an object of several at once, and one behind it declares a member of the same name.</param>
internal sealed record ComposedTypeMember(string Name, TypeReference Type, int Position, ObjectShape? Shape, EquatableArray<string> Unset, EquatableArray<string> Preset, bool Overlaps);
