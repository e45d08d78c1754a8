namespace Reliability.Tests.Matrix;

public sealed class PdfTests() : FaultTheory(Operation.Pdf);
