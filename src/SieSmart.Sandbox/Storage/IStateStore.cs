namespace SieSmart.Sandbox.Storage;

/// <summary>Keeps documents over restarts. The repositories hold the state itself; this is their paper copy.</summary>
internal interface IStateStore : IDisposable
{
    IReadOnlyList<T> Load<T>(string kind);

    void Save<T>(string kind, string id, T document);

    void Delete(string kind, string id);

    void Clear(string kind);
}
