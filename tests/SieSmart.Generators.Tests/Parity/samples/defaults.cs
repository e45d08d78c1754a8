namespace Formats.Models
{
    public partial class Defaults : IAdditionalDataHolder, IParsable
    {
        public global::Formats.Models.Defaults_colour? Colour { get; set; }
        public Defaults()
        {
            AdditionalData = new Dictionary<string, object>();
            Big = 9000000000L;
            Clock = new Time(DateTimeOffset.Parse("10:30:00").DateTime);
            Colour = global::Formats.Models.Defaults_colour.DarkBlue;
            Day = new global::Microsoft.Kiota.Abstractions.Date(global::System.DateTimeOffset.Parse("2024-02-29").Date);
            Fraction = 0.25;
            Id = Guid.Parse("2f1a7c1e-7a4a-4e0c-9d65-0d1d6b1f2a3b");
            Moment = global::System.DateTimeOffset.Parse("2024-02-29T10:00:00Z");
            Money = 12.30m;
            Off = false;
            On = true;
            Single = 1.5f;
            Text = "plain \"quoted\" \\ text";
            Whole = 7;
        }
    }
    public enum Defaults_colour
    {
        [EnumMember(Value = "dark-blue")]
        DarkBlue,
    }
}
