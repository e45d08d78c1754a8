using System.Globalization;
using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Pages;

/// <summary>Numbers and names as the page has them.</summary>
internal static class Words
{
    /// <summary>In the place of a number that there is not.</summary>
    public const string Nothing = "–";

    public static string NameOf(Way way) => way switch
    {
        Way.Sqlite => "SQLite",
        Way.PostgreSql => "PostgreSQL",
        Way.Redis => "Redis",
        Way.RedisFailClosed => "Redis, fail closed",
        Way.Divided => "100/n each",
        Way.Whole => "100 each",
        _ => "retry",
    };

    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.0} %");

    public static string Number(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Fraction(double? number) => number?.ToString("0.000", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Times(double? least, double? most) =>
        least is null ? Nothing : string.Create(CultureInfo.InvariantCulture, $"{least:0.00} to {most:0.00}");

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    public static string WaitsOf(Waits waits) => waits.Calls == 0 ? Nothing : $"{Seconds(waits.Half)} / {Seconds(waits.Most)} / {Seconds(waits.NearlyAll)} s";

    public static string Rate(double? number) => number?.ToString("0.0", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>From the lowest to the highest, once where they are the same.</summary>
    public static string Range(IReadOnlyCollection<double> numbers, Func<double, string> say) =>
        say(numbers.Min()) == say(numbers.Max()) ? say(numbers.Min()) : $"{say(numbers.Min())} to {say(numbers.Max())}";
}
