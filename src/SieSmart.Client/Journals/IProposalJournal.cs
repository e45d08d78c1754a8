using SieSmart.Models;

namespace SieSmart.Client;

/// <summary>
/// Where it is noted which proposals were sent and what came of it, so that none is created twice: SieSmart doesn't recognise a request that it
/// has had before, and can't list proposals. <see cref="ProposalJournalFile"/> is one in a file; a table with a unique key serves as well.
/// </summary>
/// <remarks>
/// What a method notes must outlive the process when its task ends. Must be thread-safe, and one method for one key is called at a time.
/// What a method throws ends the create; if that is <see cref="TryBeginAsync"/>, nothing is sent.
/// </remarks>
public interface IProposalJournal
{
    /// <summary>
    /// Notes that a proposal is about to be sent. Called next to the wire: what waits for its turn has not been noted. Until another
    /// method says otherwise, what is noted so is in doubt.
    /// </summary>
    /// <param name="key">What your own system calls it.</param>
    /// <param name="proposal">What is about to be sent.</param>
    /// <param name="cancellationToken">Ends the wait for the note.</param>
    /// <returns>False if the key is in doubt, or a proposal already: then nothing is sent. Of two calls for one key at a time, one gets it.</returns>
    Task<bool> TryBeginAsync(string key, ProposalCreate proposal, CancellationToken cancellationToken);

    /// <summary>Notes that it is a proposal.</summary>
    /// <param name="key">What your own system calls it.</param>
    /// <param name="created">The proposal, with its number.</param>
    Task CompleteAsync(string key, Proposal created);

    /// <summary>Notes that nothing was created, and that it may be sent again.</summary>
    /// <param name="key">What your own system calls it.</param>
    /// <param name="why">The refusal, or what kept it from being sent.</param>
    Task WithdrawAsync(string key, Exception why);

    /// <summary>Notes that it may be a proposal or not: a person has to look.</summary>
    /// <param name="key">What your own system calls it.</param>
    /// <param name="why">Why nobody knows.</param>
    Task DoubtAsync(string key, Exception why);
}
