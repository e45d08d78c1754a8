namespace Reliability.Tests.Matrix;

public sealed class CreateTests() : FaultTheory(Operation.Create);
