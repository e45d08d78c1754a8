namespace CrmPortal.Editing;

/// <summary>What may stand in a field.</summary>
public enum FieldKind
{
    Text,

    Email,

    /// <summary>An amount of money, with two digits behind the point.</summary>
    Money,

    WholeNumber,
}
