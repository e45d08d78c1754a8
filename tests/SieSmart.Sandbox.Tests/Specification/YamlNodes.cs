using YamlDotNet.RepresentationModel;

namespace SieSmart.Sandbox.Tests.Specification;

internal static class YamlNodes
{
    extension(YamlNode node)
    {
        public IEnumerable<KeyValuePair<string, YamlNode>> Entries
            => node is YamlMappingNode map
                ? map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, child.Value))
                : [];

        public YamlNode? Find(string key)
            => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

        public string? Text(string key) => (node.Find(key) as YamlScalarNode)?.Value;

        public bool Flag(string key) => node.Text(key) == "true";
    }
}
