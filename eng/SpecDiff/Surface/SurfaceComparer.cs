using SpecDiff.Findings;
using SpecDiff.Wire;

namespace SpecDiff.Surface;

/// <summary>Compares the C# of two clients.</summary>
internal sealed class SurfaceComparer(SurfaceSubjects oldSubjects, SurfaceSubjects newSubjects, FindingList findings)
{
    /// <summary>Compares all types.</summary>
    /// <returns>What has another name and is the same otherwise.</returns>
    public NewNames Compare(IReadOnlyList<SurfaceType> old, IReadOnlyList<SurfaceType> now)
    {
        var renames = Renames.Find(old, now, oldSubjects, newSubjects);
        var types = now.ToDictionary(type => type.FullName, StringComparer.Ordinal);
        foreach (var (was, type) in renames.Roots)
        {
            AddForType(CodeRules.TypeRenamed, newSubjects.Of(type), "The type has another name", was.FullName, type.FullName);
        }

        var mapped = old.ToDictionary(type => renames.Types.GetValueOrDefault(type.FullName, type.FullName), type => (Type: renames.Apply(type), Original: type), StringComparer.Ordinal);
        foreach (var type in now)
        {
            if (mapped.TryGetValue(type.FullName, out var was))
            {
                CompareTypes(was.Type, type);
            }
            else if (!IsInside(type, types.ContainsKey, mapped.ContainsKey))
            {
                AddForType(CodeRules.TypeAdded, newSubjects.Of(type), $"{type.Name} is new", was: null, Outline(type));
            }
        }

        foreach (var (name, (_, original)) in mapped)
        {
            if (!types.ContainsKey(name) && !IsInside(original, mapped.ContainsKey, types.ContainsKey))
            {
                AddForType(CodeRules.TypeRemoved, oldSubjects.Of(original), $"{original.Name} is gone", Outline(original), now: null);
            }
        }

        var schemas = renames.Roots.Select(pair => (Old: oldSubjects.SchemaOf(pair.Old), New: newSubjects.SchemaOf(pair.New))).Where(pair => pair is { Old: not null, New: not null });
        return new NewNames(renames.Types, schemas.ToDictionary(pair => pair.Old!, pair => pair.New!, StringComparer.Ordinal));
    }

    /// <summary>Whether a type stands inside another that came or went with it.</summary>
    private static bool IsInside(SurfaceType type, Func<string, bool> isHere, Func<string, bool> isThere)
    {
        var dot = type.FullName.LastIndexOf('.');
        return dot >= 0 && isHere(type.FullName[..dot]) && !isThere(type.FullName[..dot]);
    }

    /// <summary>What is of use of a type: its calls, if it is a request builder.</summary>
    private static string Outline(SurfaceType type)
    {
        var calls = type.Members.Where(member => member.Kind == "method" && member.Name.EndsWith("Async", StringComparison.Ordinal)).Select(member => member.Marks.Text + member.Text).ToList();
        return calls.Count > 0 ? string.Join("; ", calls) : type.Marks.Text + type.Kind + " " + type.FullName;
    }

    private void CompareTypes(SurfaceType old, SurfaceType now)
    {
        var subject = newSubjects.Of(now);
        if (old.Kind != now.Kind)
        {
            AddForType(CodeRules.TypeKindChanged, subject, $"{now.Name} is another kind of type", old.Kind, now.Kind);
        }

        foreach (var use in old.Bases.ExceptBy(now.Bases.Select(use => use.Name), use => use.Name, StringComparer.Ordinal))
        {
            AddForType(CodeRules.BaseTypeRemoved, subject, $"{now.Name} is no {use.Text} any more", was: null, now: null);
        }

        foreach (var use in now.Bases.ExceptBy(old.Bases.Select(use => use.Name), use => use.Name, StringComparer.Ordinal))
        {
            AddForType(CodeRules.BaseTypeAdded, subject, $"{now.Name} is a {use.Text}", was: null, now: null);
        }

        foreach (var change in MemberComparer.Marks(old.Marks, now.Marks))
        {
            AddForType(change.Rule, subject, $"{now.Name} {change.Detail}", change.Was, change.Is);
        }

        CompareMembers(old, now);
    }

    private void CompareMembers(SurfaceType old, SurfaceType now)
    {
        var changes = new List<(SurfaceMember Member, SurfaceSubject Subject, MemberChange Change)>();
        foreach (var name in old.Members.Concat(now.Members).Select(member => member.Name).Distinct(StringComparer.Ordinal))
        {
            foreach (var (was, member) in MemberPairs.Of(Named(old, name), Named(now, name)))
            {
                if (was is null)
                {
                    changes.Add((member!, newSubjects.Of(now, member!), new MemberChange(CodeRules.MemberAdded, "is new", Was: null, member!.Marks.Text + member.Text)));
                }
                else if (member is null)
                {
                    var subject = oldSubjects.Of(old, was);
                    changes.Add((was, subject, new MemberChange(CodeRules.MemberRemoved, "is gone", was.Text, Is: null)));
                }
                else
                {
                    changes.AddRange(MemberComparer.Compare(was, member).Select(change => (member, newSubjects.Of(now, member), change)));
                }
            }
        }

        // The methods that send an operation and that make its request change together.
        foreach (var group in changes.GroupBy(change => (change.Subject, change.Change.Rule, Key(change.Member, change.Change))))
        {
            var first = group.First();
            var names = group.Select(change => change.Member.Name.Split('`')[0]).Distinct(StringComparer.Ordinal).ToList();
            var others = names.Count > 1 ? $" (and {string.Join(", ", names.Skip(1))})" : "";
            findings.Add(first.Change.Rule, first.Subject.Where, $"{now.Name}.{names[0]}{others} {first.Change.Detail}", first.Change.Was, first.Change.Is, first.Subject.Place);
        }
    }

    private static string Key(SurfaceMember member, MemberChange change) =>
        member.Name.EndsWith("Async", StringComparison.Ordinal) || member.Name.EndsWith("RequestInformation", StringComparison.Ordinal)
            ? change.Detail
            : member.Signature + member.Kind + change.Detail;

    private static List<SurfaceMember> Named(SurfaceType type, string name) => [.. type.Members.Where(member => member.Name == name)];

    private void AddForType(Rule rule, SurfaceSubject subject, string what, string? was, string? now) => findings.Add(rule, subject.Where, what, was, now, subject.Place);
}
