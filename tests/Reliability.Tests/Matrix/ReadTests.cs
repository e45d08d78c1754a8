namespace Reliability.Tests.Matrix;

public sealed class ReadTests() : FaultTheory(Operation.Read);
