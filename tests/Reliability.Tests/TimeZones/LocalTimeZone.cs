using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Requirements;

namespace Reliability.Tests.TimeZones;

/// <summary>Lets the process live in another time zone for a while, as its TZ variable would. It is described here, since a machine may know none.</summary>
internal sealed class LocalTimeZone : IDisposable
{
    private const string Variable = "TZ";
    private const int HeaderLength = 44;
    private const int CountOfTypes = 36;
    private const int CountOfCharacters = 40;

    private static readonly byte[] Name = Encoding.ASCII.GetBytes("TEST\0");

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly string _file = Path.GetTempFileName();

    /// <param name="offset">How far it is ahead of UTC, as in <c>02:00</c>.</param>
    public LocalTimeZone(string offset)
    {
        MachineRequirements.PosixSystem.PathOrSkip();
        var ahead = TimeSpan.Parse(offset, CultureInfo.InvariantCulture);
        File.WriteAllBytes(_file, Description(ahead));
        Set(_file);
        if (TimeZoneInfo.Local.BaseUtcOffset != ahead)
        {
            Dispose();
            throw new InvalidOperationException($"The process does not follow its TZ variable to {_file}, which says {offset}.");
        }
    }

    public void Dispose()
    {
        Set(_before);
        File.Delete(_file);
    }

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable(Variable, zone);
        TimeZoneInfo.ClearCachedData();
    }

    // The format of the system's own files (RFC 9636): a zone with one offset that never changes.
    private static byte[] Description(TimeSpan ahead)
    {
        var bytes = new byte[HeaderLength + sizeof(int) + 2 + Name.Length];
        "TZif"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(CountOfTypes), 1);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(CountOfCharacters), Name.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(HeaderLength), (int)ahead.TotalSeconds);
        Name.CopyTo(bytes, bytes.Length - Name.Length);
        return bytes;
    }
}
