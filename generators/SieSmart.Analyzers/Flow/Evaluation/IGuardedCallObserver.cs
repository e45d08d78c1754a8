using SieSmart.Analyzers.Flow.States;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Hears of each guarded call, with all that is known before it.</summary>
internal interface IGuardedCallObserver
{
    /// <summary>A guarded call is about to be made.</summary>
    void Observe(GuardedCall call, FlowState before);
}
