namespace Enums.Models
{
    [global::System.CodeDom.Compiler.GeneratedCode("Kiota", "1.0.0")]
    [Flags]
    public enum Weekdays
    {
        [EnumMember(Value = "monday")]
        Monday = 1,
        [EnumMember(Value = "tuesday")]
        Tuesday = 2,
        [EnumMember(Value = "wednesday")]
        Wednesday = 4,
    }
}
