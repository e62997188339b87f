using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Brings a file in. Nothing is changed by it but that its rows are here.</summary>
/// <param name="SupplierId">Whose price list it is; null for items.</param>
/// <param name="Digest">Of the file's bytes, so that the same number never stands for another file.</param>
public sealed record StageImport(Guid Id, ImportKind Kind, Guid? SupplierId, string FileName, string Digest) : Command<ImportIs>(Id);

/// <summary>Says what the columns are; then it is found out what would change.</summary>
/// <param name="Mapping">One of <see cref="ImportTarget"/> for each column.</param>
public sealed record MapImport(Guid Id, Guid ImportId, IReadOnlyList<string> Mapping) : Command<ImportIs>(Id);

/// <summary>Changes what the preview has shown, in the background.</summary>
public sealed record ApplyImport(Guid Id, Guid ImportId) : Command<ImportIs>(Id);

/// <summary>Takes all of it back, where nobody has changed or used since what it made.</summary>
public sealed record UndoImport(Guid Id, Guid ImportId) : Command<ImportIs>(Id);

/// <summary>Forgets a file that was not applied.</summary>
public sealed record DropImport(Guid Id, Guid ImportId) : Command<ImportIs>(Id);

/// <summary>How far it is.</summary>
public sealed record ImportIs(Guid ImportId, ImportState State);
