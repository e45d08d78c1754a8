namespace SieSmart.Pipeline.Events;

/// <summary>Something that happened in a part of the pipeline, in words that need no knowledge of the part.</summary>
internal abstract record PipelineEvent;
