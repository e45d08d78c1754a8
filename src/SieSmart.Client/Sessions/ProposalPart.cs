namespace SieSmart.Client.Sessions;

/// <summary>What of a proposal a write replaces or relies on.</summary>
internal enum ProposalPart
{
    /// <summary>The customer, with the bank account.</summary>
    Customer,

    /// <summary>The list of assets.</summary>
    Assets,

    /// <summary>How it is financed.</summary>
    Calculation,

    /// <summary>All of it: who submits a proposal vouches for the whole.</summary>
    Everything,
}
