namespace SieSmart.Pipeline.Events;

/// <summary>No new access token could be had.</summary>
/// <param name="Cause">Why not.</param>
/// <param name="OldTokenStillServes">Whether calls can go on all the same.</param>
internal sealed record TokenFetchFailed(Exception Cause, bool OldTokenStillServes) : PipelineEvent;
