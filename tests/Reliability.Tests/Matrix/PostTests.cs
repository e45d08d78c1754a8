namespace Reliability.Tests.Matrix;

public sealed class PostTests() : FaultTheory(Operation.Post);
