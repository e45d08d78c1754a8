using SpecDiff.Findings;

namespace SpecDiff.Surface;

/// <summary>Compares two members that are one.</summary>
internal static class MemberComparer
{
    /// <summary>What has changed.</summary>
    public static IEnumerable<MemberChange> Compare(SurfaceMember old, SurfaceMember now) =>
    [
        .. Shape(old, now),
        .. Result(old, now),
        .. old.Parameters.Select(parameter => parameter.Type.Name).SequenceEqual(now.Parameters.Select(parameter => parameter.Type.Name), StringComparer.Ordinal)
            ? SameArguments(old, now)
            : OtherArguments(old, now),
        .. Marks(old.Marks, now.Marks),
    ];

    /// <summary>What has changed of the marks of a type or member.</summary>
    public static IEnumerable<MemberChange> Marks(SurfaceMarks old, SurfaceMarks now)
    {
        if (old.Experimental != now.Experimental)
        {
            yield return now.Experimental is null
                ? new MemberChange(CodeRules.OptInDropped, "needs no opting in any more", old.Experimental, "nothing")
                : new MemberChange(CodeRules.OptInRequired, "is marked as inferred", old.Experimental ?? "nothing", now.Experimental);
        }

        if (old.Obsolete is null != now.Obsolete is null)
        {
            yield return new MemberChange(now.Obsolete is null ? CodeRules.ObsoleteLost : CodeRules.ObsoleteGained, now.Obsolete is null ? "is not obsolete any more" : "is obsolete", Was: null, now.Obsolete);
        }
    }

    private static IEnumerable<MemberChange> Shape(SurfaceMember old, SurfaceMember now)
    {
        if (old.Modifiers != now.Modifiers || old.Kind != now.Kind)
        {
            yield return new MemberChange(CodeRules.MemberModifiersChanged, "is another kind of member", old.Modifiers + " " + old.Kind, now.Modifiers + " " + now.Kind);
        }

        if (CanWrite(old) != CanWrite(now))
        {
            yield return new MemberChange(CanWrite(now) ? CodeRules.SetterAdded : CodeRules.SetterRemoved, CanWrite(now) ? "can be set" : "can not be set any more", old.Accessors, now.Accessors);
        }

        if (old.Constant != now.Constant)
        {
            yield return new MemberChange(CodeRules.ConstantChanged, "has another value", old.Constant, now.Constant);
        }
    }

    private static bool CanWrite(SurfaceMember member) => member.Accessors.Contains("set;", StringComparison.Ordinal) || member.Accessors.Contains("init;", StringComparison.Ordinal);

    private static IEnumerable<MemberChange> Result(SurfaceMember old, SurfaceMember now)
    {
        if (old.Type is not { } was || now.Type is not { } type || was.Annotated == type.Annotated)
        {
            yield break;
        }

        if (was.Name != type.Name)
        {
            var detail = (IsVersioned(was), IsVersioned(type)) switch
            {
                (true, false) => "gives no version (ETag) any more",
                (false, true) => "gives the version (ETag) as well",
                _ => "gives another type",
            };
            yield return new MemberChange(CodeRules.ResultTypeChanged, detail, was.Text, type.Text);
        }
        else if (type.Annotated.Count(character => character == '?') > was.Annotated.Count(character => character == '?'))
        {
            yield return new MemberChange(CodeRules.NullPossible, "may be null", was.Text, type.Text);
        }
        else
        {
            yield return new MemberChange(CanWrite(now) ? CodeRules.NullRefused : CodeRules.NullRuledOut, "is not null", was.Text, type.Text);
        }
    }

    private static bool IsVersioned(SurfaceTypeUse use) => use.Name.Contains("SieSmart.Runtime.Versioned", StringComparison.Ordinal);

    private static IEnumerable<MemberChange> SameArguments(SurfaceMember old, SurfaceMember now)
    {
        foreach (var (was, parameter) in old.Parameters.Zip(now.Parameters))
        {
            if (was.Name != parameter.Name)
            {
                yield return new MemberChange(CodeRules.ArgumentRenamed, $"calls '{was.Name}' '{parameter.Name}'", was.Text, parameter.Text);
            }

            if (was.Default != parameter.Default)
            {
                yield return (was.Default, parameter.Default) switch
                {
                    (null, _) => new MemberChange(CodeRules.ArgumentBecameOptional, $"can be called without '{parameter.Name}'", was.Text, parameter.Text),
                    (_, null) => new MemberChange(CodeRules.ArgumentBecameMandatory, $"can not be called without '{parameter.Name}' any more", was.Text, parameter.Text),
                    _ => new MemberChange(CodeRules.ArgumentDefaultChanged, $"takes '{parameter.Name}' for something else if it is left out", was.Text, parameter.Text),
                };
            }

            if (was.Type.Annotated != parameter.Type.Annotated)
            {
                yield return was.Type.IsNullable && !parameter.Type.IsNullable
                    ? new MemberChange(CodeRules.NullRefused, $"refuses null as '{parameter.Name}'", was.Text, parameter.Text)
                    : new MemberChange(CodeRules.NullAccepted, $"accepts null as '{parameter.Name}'", was.Text, parameter.Text);
            }
        }
    }

    private static List<MemberChange> OtherArguments(SurfaceMember old, SurfaceMember now)
    {
        var was = old.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        var parameters = now.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        var changes = new List<MemberChange>();
        foreach (var parameter in now.Parameters)
        {
            if (!was.TryGetValue(parameter.Name, out var before))
            {
                changes.Add(new MemberChange(
                    parameter.Default is null ? CodeRules.ArgumentAdded : CodeRules.OptionalArgumentAdded, $"takes one more argument, '{parameter.Text}'", old.Text, now.Text));
            }
            else if (before.Type.Name != parameter.Type.Name)
            {
                changes.Add(new MemberChange(CodeRules.ArgumentTypeChanged, $"takes another type as '{parameter.Name}'", before.Type.Text, parameter.Type.Text));
            }
        }

        changes.AddRange(old.Parameters.Where(parameter => !parameters.ContainsKey(parameter.Name)).Select(parameter =>
            new MemberChange(CodeRules.ArgumentRemoved, $"takes no '{parameter.Text}' any more", old.Text, now.Text)));
        return changes.Count > 0 ? changes : [new MemberChange(CodeRules.ArgumentTypeChanged, "takes its arguments in another order", old.Text, now.Text)];
    }
}
