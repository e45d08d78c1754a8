namespace SieSmart.Generators.Shaping.Naming;

/// <summary>Names that would hide something, and what they become: Kiota's lists.</summary>
internal static class ReservedNames
{
    // The public types of the namespace System, spelled out: read by reflection, they would differ from machine to machine.
    private static readonly HashSet<string> Types = new(
        ("AccessViolationException Action Activator AggregateException AppContext AppDomain AppDomainSetup AppDomainUnloadedException " +
         "ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException ArgumentOutOfRangeException " +
         "ArithmeticException Array ArraySegment ArrayTypeMismatchException AssemblyLoadEventArgs AssemblyLoadEventHandler AsyncCallback " +
         "Attribute AttributeTargets AttributeUsageAttribute BadImageFormatException Base64FormattingOptions BitConverter Boolean Buffer " +
         "Byte CLSCompliantAttribute CannotUnloadAppDomainException Char CharEnumerator Comparison ContextBoundObject " +
         "ContextMarshalException ContextStaticAttribute Convert Converter DBNull DataMisalignedException DateOnly DateTime DateTimeKind " +
         "DateTimeOffset DayOfWeek Decimal Delegate DivideByZeroException DllNotFoundException Double DuplicateWaitObjectException " +
         "EntryPointNotFoundException Enum Environment EnvironmentVariableTarget EventArgs EventHandler Exception " +
         "ExecutionEngineException FieldAccessException FlagsAttribute FormatException FormattableString Func GC GCCollectionMode " +
         "GCGenerationInfo GCKind GCMemoryInfo GCNotificationStatus Guid Half HashCode IAsyncDisposable IAsyncResult ICloneable " +
         "IComparable IConvertible ICustomFormatter IDisposable IEquatable IFormatProvider IFormattable IObservable IObserver IParsable " +
         "IProgress ISpanFormattable ISpanParsable IUtf8SpanFormattable IUtf8SpanParsable Index IndexOutOfRangeException " +
         "InsufficientExecutionStackException InsufficientMemoryException Int128 Int16 Int32 Int64 IntPtr InvalidCastException " +
         "InvalidOperationException InvalidProgramException InvalidTimeZoneException Lazy LoaderOptimization " +
         "LoaderOptimizationAttribute LocalDataStoreSlot MTAThreadAttribute MarshalByRefObject Math MathF MemberAccessException Memory " +
         "MemoryExtensions MethodAccessException MidpointRounding MissingFieldException MissingMemberException MissingMethodException " +
         "ModuleHandle MulticastDelegate MulticastNotSupportedException NonSerializedAttribute NotFiniteNumberException " +
         "NotImplementedException NotSupportedException NullReferenceException Nullable Object ObjectDisposedException " +
         "ObsoleteAttribute OperatingSystem OperationCanceledException OutOfMemoryException OverflowException ParamArrayAttribute " +
         "PlatformID PlatformNotSupportedException Predicate Progress Random Range RankException ReadOnlyMemory ReadOnlySpan " +
         "ResolveEventArgs ResolveEventHandler RuntimeArgumentHandle RuntimeFieldHandle RuntimeMethodHandle RuntimeTypeHandle SByte " +
         "STAThreadAttribute SerializableAttribute Single Span StackOverflowException String StringComparer StringComparison " +
         "StringNormalizationExtensions StringSplitOptions SystemException ThreadStaticAttribute TimeOnly TimeProvider TimeSpan TimeZone " +
         "TimeZoneInfo TimeZoneNotFoundException TimeoutException Tuple TupleExtensions Type TypeAccessException TypeCode " +
         "TypeInitializationException TypeLoadException TypeUnloadedException TypedReference UInt128 UInt16 UInt32 UInt64 UIntPtr " +
         "UnauthorizedAccessException UnhandledExceptionEventArgs UnhandledExceptionEventHandler ValueTuple ValueType Version Void " +
         "WeakReference " +
         "File Directory Path Task Thread Stream Date Method MultipartBody Integer").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> ModelMembers = new(
        ["AdditionalData", "Serialize", "GetFieldDeserializers", "BackingStore"], StringComparer.Ordinal);

    private static readonly HashSet<string> ErrorMembers = new(
        ["Data", "HelpLink", "HResult", "InnerException", "Message", "Source", "StackTrace", "TargetSite", "ResponseStatusCode", "GetType", "ToString"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> BuilderMembers = new(["PathParameters", "RequestAdapter", "UrlTemplate"], StringComparer.Ordinal);

    private static readonly HashSet<string> ObjectMembers = new(
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"], StringComparer.Ordinal);

    private static readonly HashSet<string> ExceptionMembers = new(["GetBaseException", "GetObjectData", "ResponseHeaders"], StringComparer.Ordinal);

    private static readonly HashSet<string> Verbs = new(
        ["Get", "Put", "Post", "Delete", "Options", "Head", "Patch", "Trace"], StringComparer.Ordinal);

    /// <summary>A model's name.</summary>
    public static string Model(string name) => name switch
    {
        "BaseRequestBuilder" => name + "Escaped",
        _ => Types.Contains(name) ? name + "Object" : name,
    };

    /// <summary>A part of a namespace.</summary>
    public static string NamespacePart(string name) => Types.Contains(name) ? name + "Namespace" : name;

    /// <summary>A property of a model.</summary>
    public static string ModelProperty(string name, string className, bool isError) =>
        name == className ? name + "Prop"
        : ModelMembers.Contains(name) ? name + "Property"
        : isError && ErrorMembers.Contains(name) ? name + "Escaped"
        : name;

    /// <summary>Whether a property of a model hides what all objects, or all exceptions, have.</summary>
    public static bool HidesInherited(string name, bool isError) =>
        ObjectMembers.Contains(name) || (isError && ExceptionMembers.Contains(name));

    /// <summary>A navigation property of a request builder.</summary>
    public static string Navigation(string name, string builderName) =>
        name == builderName || BuilderMembers.Contains(name) ? name + "Prop"
        : Verbs.Contains(name) ? name + "Path"
        : name;
}
