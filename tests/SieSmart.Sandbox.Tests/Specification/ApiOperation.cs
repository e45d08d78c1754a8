using YamlDotNet.RepresentationModel;

namespace SieSmart.Sandbox.Tests.Specification;

internal sealed record ApiOperation(string Method, string Path, YamlNode Node, bool IsCallback)
{
    public bool Matches(string path)
    {
        if (IsCallback)
        {
            return Path == path;
        }

        var expected = Path.Split('/');
        var actual = path.Split('/');
        return expected.Length == actual.Length
            && expected.Zip(actual).All(pair => pair.First is ['{', .., '}'] || pair.First == pair.Second);
    }

    public override string ToString() => $"{Method} {Path}";
}
