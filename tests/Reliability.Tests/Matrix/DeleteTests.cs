namespace Reliability.Tests.Matrix;

public sealed class DeleteTests() : FaultTheory(Operation.Delete);
