namespace SpecDiff.Surface;

/// <summary>Finds overloads again.</summary>
internal static class MemberPairs
{
    /// <summary>Pairs members of one name: first those of one signature; what is left is a pair only if nothing else could be meant.</summary>
    public static IEnumerable<(SurfaceMember? Old, SurfaceMember? New)> Of(List<SurfaceMember> old, List<SurfaceMember> now)
    {
        var olds = new List<SurfaceMember>(old);
        var news = new List<SurfaceMember>(now);
        var pairs = new List<(SurfaceMember?, SurfaceMember?)>();
        foreach (var member in now)
        {
            if (olds.Find(other => other.Signature == member.Signature && other.Kind == member.Kind) is { } same)
            {
                pairs.Add((same, member));
                olds.Remove(same);
                news.Remove(member);
            }
        }

        if (olds.Count == 1 && news.Count == 1)
        {
            return [.. pairs, (olds[0], news[0])];
        }

        return [.. pairs, .. olds.Select(member => ((SurfaceMember?)member, (SurfaceMember?)null)), .. news.Select(member => ((SurfaceMember?)null, (SurfaceMember?)member))];
    }
}
