using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KitchenDisplay.Load.Latency;

/// <summary>Notes when the server has acknowledged a commit, which is before the service that committed returns.</summary>
internal sealed class CommitWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<StrongBox<long>?> here = new();

    private readonly List<IDisposable> listening = [];

    public CommitWatch() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Notes the first commit of what this asynchronous flow does from now on (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public static StrongBox<long> Begin() => here.Value = new StrongBox<long>();

    public void OnNext(DiagnosticListener source)
    {
        if (source.Name == DbLoggerCategory.Name)
            listening.Add(source.Subscribe(this, name => name == RelationalEventId.TransactionCommitted.Name));
    }

    public void OnNext(KeyValuePair<string, object?> committed)
    {
        if (here.Value is { Value: 0 } box)
            box.Value = Stopwatch.GetTimestamp();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => listening.ForEach(subscription => subscription.Dispose());
}
