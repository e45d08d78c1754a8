namespace SieSmart.Pipeline.Events;

/// <summary>Is told what happens. Called by the parts, on their own threads and under no lock; must not block or throw.</summary>
internal interface IPipelineObserver
{
    void Notify(PipelineEvent happened);
}
