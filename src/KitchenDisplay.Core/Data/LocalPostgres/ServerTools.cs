using Microsoft.Extensions.Logging;

namespace KitchenDisplay.Core.Data;

/// <summary>What a server is run with: its programs, its user, and where it reports.</summary>
internal sealed record ServerTools(PostgresBinaries Binaries, ServerAccount Account, ILogger Logger);
