using Microsoft.Extensions.Configuration;

namespace SieSmart.Client.Tests.Support;

/// <summary>An application's configuration that changes while it runs.</summary>
internal sealed class ReloadableConfiguration
{
    private readonly IConfigurationRoot _root = new ConfigurationBuilder().AddInMemoryCollection().Build();

    public ReloadableConfiguration(StubApi api, string section = "SieSmart")
    {
        var options = api.Options();
        Set(section, "BaseAddress", options.BaseAddress!.AbsoluteUri);
        Set(section, "TokenEndpoint", options.TokenEndpoint!.AbsoluteUri);
        Set(section, "ClientId", options.ClientId);
        Set(section, "ClientSecret", options.ClientSecret);
        Set(section, "RequestsPerMinute", "100000");
    }

    public IConfiguration Configuration => _root;

    /// <summary>Changes an option and tells so. What the listeners make of it stays with them, as with a file that is watched.</summary>
    public void Change(string option, string? value, string section = "SieSmart")
    {
        Set(section, option, value);
        Record.Exception(_root.Reload);
    }

    private void Set(string section, string option, string? value) => _root[$"{section}:{option}"] = value;
}
