using System.Diagnostics;
using System.Globalization;
using SieSmart.Generators.Benchmarks;

foreach (var size in new[] { 117_000, 1_000_000, 4_000_000 })
{
    var text = SyntheticDocument.Yaml(size);
    var first = Stopwatch.StartNew();
    var w = new Workload(text);
    first.Stop();
    Console.WriteLine($"{text.Length} chars {w.Files} files; first {first.Elapsed.TotalMilliseconds:F1}");
    foreach (var (name, action) in new (string, Func<object>)[] { ("from nothing", w.FromNothing), ("edit doc", w.EditDocument), ("edit code", w.EditCode) })
    {
        var times = new List<double>();
        var total = Stopwatch.StartNew();
        while (times.Count < 5 || (total.ElapsedMilliseconds < 4000 && times.Count < 60))
        {
            var t = Stopwatch.StartNew();
            action();
            times.Add(t.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"  {name}: min {times[0]:F2} median {times[times.Count / 2]:F2} ms of {times.Count}");
    }
}
