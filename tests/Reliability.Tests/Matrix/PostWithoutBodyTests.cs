namespace Reliability.Tests.Matrix;

public sealed class PostWithoutBodyTests() : FaultTheory(Operation.PostWithoutBody);
