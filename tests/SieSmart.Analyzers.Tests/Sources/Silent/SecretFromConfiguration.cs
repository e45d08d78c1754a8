using Microsoft.Extensions.Configuration;

class Startup(IConfiguration configuration)
{
    public SieSmartClient Connect() => new(new SieSmartClientOptions
    {
        ClientId = "broker",
        ClientSecret = configuration["SieSmart:ClientSecret"] ?? configuration.GetSection("SieSmart")["ClientSecret"],
    });
}
