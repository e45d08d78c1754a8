using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>Finds what two texts have in common at both ends.</summary>
internal static class CommonText
{
    private const int BlockLength = 8192;

    /// <summary>How many characters are the same at the start, and how many of the others at the end.</summary>
    public static (int Start, int End) Of(SourceText left, SourceText right)
    {
        var (first, second) = (new char[BlockLength], new char[BlockLength]);
        var shorter = Math.Min(left.Length, right.Length);
        var start = 0;
        for (var isSame = true; isSame && start < shorter;)
        {
            var length = Math.Min(BlockLength, shorter - start);
            left.CopyTo(start, first, 0, length);
            right.CopyTo(start, second, 0, length);
            var same = Same(first, second, length);
            start += same;
            isSame = same == length;
        }

        var end = 0;
        for (var isSame = true; isSame && end < shorter - start;)
        {
            var length = Math.Min(BlockLength, shorter - start - end);
            left.CopyTo(left.Length - end - length, first, 0, length);
            right.CopyTo(right.Length - end - length, second, 0, length);
            Array.Reverse(first, 0, length);
            Array.Reverse(second, 0, length);
            var same = Same(first, second, length);
            end += same;
            isSame = same == length;
        }

        return (start, end);
    }

    private static int Same(char[] left, char[] right, int length)
    {
        if (left.AsSpan(0, length).SequenceEqual(right.AsSpan(0, length)))
        {
            return length;
        }

        var same = 0;
        while (left[same] == right[same])
        {
            same++;
        }

        return same;
    }
}
