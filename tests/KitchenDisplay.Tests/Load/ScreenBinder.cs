using Microsoft.AspNetCore.SignalR;

namespace KitchenDisplay.Tests.Load;

/// <summary>The types that a headless screen asks for.</summary>
internal sealed class ScreenBinder : IInvocationBinder
{
    public IReadOnlyList<Type> GetParameterTypes(string methodName) => methodName switch
    {
        "JS.RenderBatch" => [typeof(long), typeof(byte[])],
        "JS.BeginInvokeJS" or "Echo" => [typeof(long), typeof(string)],
        "JS.EndUpdateRootComponents" => [typeof(long)],
        "Everything" => [typeof(long), typeof(long), typeof(long), typeof(bool), typeof(string), typeof(string), typeof(byte[])],
        _ => [],
    };

    public Type GetReturnType(string invocationId) => typeof(string);

    public Type GetStreamItemType(string streamId) => throw new NotSupportedException();
}
