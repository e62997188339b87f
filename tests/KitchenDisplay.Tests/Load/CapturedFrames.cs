namespace KitchenDisplay.Tests.Load;

/// <summary>Frames that a Blazor server of .NET 10 sent to a circuit.</summary>
internal static class CapturedFrames
{
    /// <summary>Batch 5: <c>&lt;article data-ticket="0198f2a4-7c1e-7b53-9d0a-5f1e6c2b8a44"&gt;Crème brûlée ×2&lt;/article&gt;</c> appears.</summary>
    public const string MarkupAppears =
        "ygGWAYDArkpTLlJlbmRlckJhdGNokgXEsgkAAAABAAAAAQAAAAAAAAAAAAAA/////wEAAAAAAAAAAQAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AABZPGFydGljbGUgZGF0YS10aWNrZXQ9IjAxOThmMmE0LTdjMWUtN2I1My05ZDBhLTVmMWU2YzJiOGE0NCI+Q3LDqG1lIGJyw7tsw6llIMOXMjwvYXJ0" +
        "aWNsZT5AAAAAGAAAACAAAAA4AAAAPAAAAJoAAACQ";

    /// <summary>Batch 3, the router's first rendering, and in the same WebSocket frame the end of update 1 of the root components.</summary>
    public const string BatchAndEndOfUpdate =
        "sQOWAYDArkpTLlJlbmRlckJhdGNokgPFAZgFAAAAAQAAAAEAAAAAAAAAAAAAAP////8GAAAAAQAAAAEAAAAAAAAAAwAAAP////8HAAAAAQAAAAEAAAAA" +
        "AAAABQAAAP////8IAAAAAQAAAAEAAAAAAAAACAAAAP////8JAAAAAAAAAAUAAAAAAAAAGAAAADAAAABIAAAAYAAAAAkAAAAEAAAAAwAAAAYAAAAAAAAA" +
        "AAAAAAMAAAAAAAAA/////wAAAAAAAAAAAwAAAAEAAAD/////AAAAAAAAAAAEAAAAAgAAAAcAAAAAAAAAAAAAAAMAAAACAAAA/////wAAAAAAAAAABAAA" +
        "AAMAAAAIAAAAAAAAAAAAAAADAAAAAwAAAP////8AAAAAAAAAAAMAAAAEAAAA/////wAAAAAAAAAABAAAAAEAAAAJAAAAAAAAAAAAAAAAAAAAAAAAAAtB" +
        "cHBBc3NlbWJseQVGb3VuZAlSb3V0ZURhdGEGTGF5b3V0DENoaWxkQ29udGVudEABAABMAQAAUgEAAFwBAABjAQAAaAAAAIAAAAA4AQAAPAEAAHABAACQ" +
        "IpYBgMC6SlMuRW5kVXBkYXRlUm9vdENvbXBvbmVudHORAZA=";

    /// <summary>Calls 4 (an internal one) and 5 (<c>kitchen.ask</c>) into the browser's script, which expect answers.</summary>
    public const string TwoCalls =
        "YJYBgMCwSlMuQmVnaW5JbnZva2VKU5YE2T9CbGF6b3IuX2ludGVybmFsLm5hdmlnYXRpb25NYW5hZ2VyLmVuYWJsZU5hdmlnYXRpb25JbnRlcmNlcHRp" +
        "b26jWzFdAAABkCuWAYDAsEpTLkJlZ2luSW52b2tlSlOWBatraXRjaGVuLmFza6NbMV0AAAGQ";

    /// <summary>The circuit's secret, as the result of the invocation 1.</summary>
    public const string CircuitStarted =
        "4wGVA4ChMQPZ20NmREo4RHNuODM4d1pCcExxWE40S0dGaFBVejI0RXVwNGpiX19RaVdGQkNsRDRJcHA3eUlaRkxhXzg0Z2lJaExKWlFzUkZ4VUpyTDZx" +
        "S0FZSU5zdzFVeWU5azJuaE0zMG50LWE0VDVENE9jdnFWakw2NXlVeU9VdG9RTC00SkR2eC01Y3JnOWdjY1lwSjJUajFmVXZzTWFEVDhxcTFHQldwdFR0" +
        "WnJoSTl6dXlkU2k2enkyNzRNRnlQZ1JRUkUwVnJzQlhXMm5qVk9lWHNLSC1lRDY5N2o5dVpJdw==";
}
