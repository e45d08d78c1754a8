namespace Reliability.Tests.Matrix;

public sealed class PutTests() : FaultTheory(Operation.Put);
