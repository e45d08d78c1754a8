namespace SieSmart.Generators.Shaping.Naming;

/// <summary>Names that would hide something, and what they become: Kiota's lists.</summary>
internal static class ReservedNames
{
    // Mostly types of the namespace System, as Kiota has them; it knows only those that are not generic, and some that it uses itself.
    private static readonly HashSet<string> Types = new(
        ("__ComObject AccessViolationException Action Activator AggregateException AppContext AppDomain AppDomainSetup " +
         "AppDomainUnloadedException ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException " +
         "ArgumentOutOfRangeException ArithmeticException Array ArrayTypeMismatchException AssemblyLoadEventArgs " +
         "AssemblyLoadEventHandler AsyncCallback Attribute AttributeTargets AttributeUsageAttribute BadImageFormatException " +
         "Base64FormattingOptions BitConverter Boolean Buffer Byte CannotUnloadAppDomainException Char CharEnumerator " +
         "CLSCompliantAttribute ContextBoundObject ContextMarshalException ContextStaticAttribute Convert CultureAwareComparer " +
         "DataMisalignedException Date DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek DBNull Decimal Delegate Directory " +
         "DivideByZeroException DllNotFoundException Double DuplicateWaitObjectException EntryPointNotFoundException Enum " +
         "Environment EnvironmentVariableTarget EventArgs EventHandler Exception ExecutionEngineException FieldAccessException File " +
         "FlagsAttribute FormatException FormattableString GC GCCollectionMode GCGenerationInfo GCKind GCMemoryInfo " +
         "GCNotificationStatus Guid Half HashCode IAsyncDisposable IAsyncResult ICloneable IComparable IConvertible ICustomFormatter " +
         "IDisposable IFormatProvider IFormattable Index IndexOutOfRangeException InsufficientExecutionStackException " +
         "InsufficientMemoryException Int128 Int16 Int32 Int64 Integer IntPtr InvalidCastException InvalidOperationException " +
         "InvalidProgramException InvalidTimeZoneException ISpanFormattable LoaderOptimization LoaderOptimizationAttribute " +
         "LocalDataStoreSlot MarshalByRefObject Math MathF MemberAccessException MemoryExtensions Method MethodAccessException " +
         "MidpointRounding MissingFieldException MissingMemberException MissingMethodException ModuleHandle MTAThreadAttribute " +
         "MulticastDelegate MulticastNotSupportedException MultipartBody NonSerializedAttribute NotFiniteNumberException " +
         "NotImplementedException NotSupportedException Nullable NullReferenceException Object ObjectDisposedException " +
         "ObsoleteAttribute OperatingSystem OperationCanceledException OrdinalComparer OutOfMemoryException OverflowException " +
         "ParamArrayAttribute Path PlatformID PlatformNotSupportedException Random Range RankException ResolveEventArgs " +
         "ResolveEventHandler RuntimeArgumentHandle RuntimeFieldHandle RuntimeMethodHandle RuntimeTypeHandle SByte " +
         "SerializableAttribute Single StackOverflowException STAThreadAttribute Stream String StringComparer StringComparison " +
         "StringNormalizationExtensions StringSplitOptions SystemException Task Thread ThreadStaticAttribute TimeOnly " +
         "TimeoutException TimeSpan TimeZone TimeZoneInfo TimeZoneNotFoundException Tuple TupleExtensions Type TypeAccessException " +
         "TypeCode TypedReference TypeInitializationException TypeLoadException TypeUnloadedException UInt128 UInt16 UInt32 UInt64 " +
         "UIntPtr UnauthorizedAccessException UnhandledExceptionEventArgs UnhandledExceptionEventHandler UnitySerializationHolder " +
         "ValueTuple ValueType Version Void WeakReference").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ModelMembers = new(
        ["AdditionalData", "Additional_data", "Serialize", "GetFieldDeserializers", "Get_field_deserializers", "BackingStore", "Backing_store", "CreateFromDiscriminatorValue"],
        StringComparer.OrdinalIgnoreCase);

    // A property of this name hides what programs call on any object.
    private static readonly HashSet<string> EscapedMembers = new(["Equals", "GetHashCode", "ToString"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ErrorMembers = new(
        ["Data", "HelpLink", "HResult", "InnerException", "Source", "StackTrace", "TargetSite", "ResponseStatusCode", "GetType", "GetBaseException", "GetObjectData"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> BuilderMembers = new(["PathParameters", "RequestAdapter", "UrlTemplate"], StringComparer.Ordinal);

    private static readonly HashSet<string> ObjectMembers = new(
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals"], StringComparer.Ordinal);

    private static readonly HashSet<string> ExceptionMembers = new(
        ["Data", "HelpLink", "HResult", "InnerException", "Message", "Source", "StackTrace", "TargetSite", "SerializeObjectState", "GetBaseException", "GetObjectData", "ResponseStatusCode", "ResponseHeaders"],
        StringComparer.Ordinal);

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

    /// <summary>The name that a property of a model has before anything else is known of the model.</summary>
    public static string ModelProperty(string name) => ModelMembers.Contains(name) ? name + "Property" : name;

    /// <summary>The name of a property of a model that would hide what every object or, in an error, every exception has.</summary>
    public static string Escaped(string name, bool isError) =>
        EscapedMembers.Contains(name) || (isError && (ErrorMembers.Contains(name) || IsMessage(name))) ? name + "Escaped" : name;

    /// <summary>Whether a property has the name of what an exception tells.</summary>
    public static bool IsMessage(string name) => string.Equals(name, "Message", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a property of a model hides what all objects, or all exceptions, have.</summary>
    public static bool HidesInherited(string name, bool isError) =>
        ObjectMembers.Contains(name) || (isError && ExceptionMembers.Contains(name));

    /// <summary>A query parameter.</summary>
    public static string QueryParameter(string name) => name is "Equals" or "GetHashCode" or "ToString" ? name + "Escaped" : name;

    /// <summary>A navigation property of a request builder.</summary>
    public static string Navigation(string name, string builderName) =>
        name == builderName || BuilderMembers.Contains(name) ? name + "Prop"
        : Verbs.Contains(name) ? name + "Path"
        : QueryParameter(name);
}
