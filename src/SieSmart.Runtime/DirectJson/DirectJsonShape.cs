using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>What tells an object from others: the members that its schema names. Immutable. Meant for generated code.</summary>
public sealed class DirectJsonShape
{
    private const int LargestOnStack = 128;

    private readonly DirectJsonShapeMember[] _members;

    /// <summary>Describes an object.</summary>
    /// <param name="members">Its members, each name once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
    public DirectJsonShape(params DirectJsonShapeMember[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        _members = members;
    }

    /// <summary>How well an object fits.</summary>
    /// <param name="reader">A copy of the reader, on the object's start.</param>
    /// <param name="isOnly">Whether there is no other that it could be, so that it may consist of unknown members.</param>
    /// <returns>The higher the better; null if it can't be this one.</returns>
    internal int? Rate(Utf8JsonReader reader, bool isOnly)
    {
        // Of several members of one name the last counts.
        var findings = _members.Length <= LargestOnStack ? stackalloc Finding[_members.Length] : new Finding[_members.Length];
        findings.Clear();
        var hasUnknown = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var index = IndexOf(ref reader);
            reader.Read();
            if (index < 0)
            {
                hasUnknown = true;
            }
            else
            {
                findings[index] = Judge(ref reader, _members[index]);
            }

            reader.Skip();
        }

        return Sum(findings, hasUnknown && !isOnly);
    }

    private int? Sum(ReadOnlySpan<Finding> findings, bool hasUnknown)
    {
        var (known, strange) = (0, 0);
        for (var index = 0; index < findings.Length; index++)
        {
            switch (findings[index])
            {
                case Finding.Misfit:
                case Finding.Absent when _members[index].IsRequired:
                    return null;
                case Finding.Fit:
                    known++;
                    break;
                case Finding.Strange:
                    known++;
                    strange++;
                    break;
            }
        }

        // A value that the document doesn't have is of something newer, unless another member says more.
        return known == strange && hasUnknown && findings.Length > 0 ? null : known - strange;
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var index = 0; index < _members.Length; index++)
        {
            if (reader.ValueTextEquals(_members[index].Name))
            {
                return index;
            }
        }

        return -1;
    }

    private static Finding Judge(ref Utf8JsonReader reader, DirectJsonShapeMember member)
    {
        if (reader.TokenType == JsonTokenType.Null || IsNothing(ref reader, member.Kinds))
        {
            return Finding.Fit;
        }

        if (!DirectJsonChoice.Fits(reader, member.Kinds))
        {
            return Finding.Misfit;
        }

        // The only value is what tells this object from others; of several values one may be newer than the document.
        return HasValue(ref reader, member) ? Finding.Fit : member.Values.Length == 1 ? Finding.Misfit : Finding.Strange;
    }

    /// <summary>Whether a text is empty where a date, a time, a duration or a GUID stands: it is read as null.</summary>
    private static bool IsNothing(ref Utf8JsonReader reader, DirectJsonKinds kinds) =>
        reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty
        && (kinds & (DirectJsonKinds.Moment | DirectJsonKinds.Day | DirectJsonKinds.TimeOfDay | DirectJsonKinds.Duration | DirectJsonKinds.Identifier)) != DirectJsonKinds.None;

    private static bool HasValue(ref Utf8JsonReader reader, DirectJsonShapeMember member)
    {
        if (member.Values.Length == 0 || reader.TokenType != JsonTokenType.String)
        {
            return true;
        }

        foreach (var value in member.Values)
        {
            if (reader.ValueTextEquals(value))
            {
                return true;
            }
        }

        return false;
    }

    private enum Finding : byte
    {
        Absent,
        Fit,
        Strange,
        Misfit,
    }
}
