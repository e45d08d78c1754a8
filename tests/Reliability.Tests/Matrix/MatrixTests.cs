namespace Reliability.Tests.Matrix;

/// <summary>What holds for the matrix as a whole.</summary>
public sealed class MatrixTests
{
    public static TheoryData<Duration> Durations => [Duration.Once, Duration.Lasting];

    [Theory]
    [MemberData(nameof(Durations))]
    public void The_page_has_a_cell_for_each_fault_and_operation(Duration duration) => Assert.Equal(
        from fault in FaultCase.All from operation in Operation.All select (fault.Name, operation.Name),
        DocumentedMatrix.Cells(duration));

    [Theory]
    [MemberData(nameof(Durations))]
    public void A_proposal_is_never_created_twice(Duration duration) => Assert.All(
        FaultCase.All,
        fault => Assert.InRange(DocumentedMatrix.Expect(fault, Operation.Create, duration).CarriedOut, 0, 1));

    [Theory]
    [MemberData(nameof(Durations))]
    public void A_write_that_landed_is_never_reported_as_failed(Duration duration) => Assert.All(
        from fault in FaultCase.All
        from operation in Operation.All
        where operation.IsWrite
        select (fault.Name, operation.Name, DocumentedMatrix.Expect(fault, operation, duration)),
        cell => Assert.True(
            cell.Item3.CarriedOut == 0 || cell.Item3.Outcome is Observation.Result or Observation.Unknown or Observation.Applied,
            cell.ToString()));

    [Theory]
    [MemberData(nameof(Durations))]
    public void A_write_that_is_reported_as_done_was_carried_out_once(Duration duration) => Assert.All(
        from fault in FaultCase.All
        from operation in Operation.All
        where operation.IsWrite
        select (fault.Name, operation.Name, DocumentedMatrix.Expect(fault, operation, duration)),
        cell => Assert.True(
            cell.Item3.CarriedOut == 1 || cell.Item3.Outcome is not (Observation.Result or Observation.Applied),
            cell.ToString()));
}
