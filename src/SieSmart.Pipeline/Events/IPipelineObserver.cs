namespace SieSmart.Pipeline.Events;

/// <summary>Is told what happens. Called by the parts, on their own threads and under no lock; must not block or throw.</summary>
internal interface IPipelineObserver
{
    /// <summary>Whether anybody wants to be told of permits that were granted, which each attempt gets.</summary>
    bool TellsOfPermits { get; }

    void Notify(PipelineEvent happened);
}
