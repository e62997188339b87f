using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Data;

/// <summary>Columns that hold a value as a JSON document, which is replaced whole.</summary>
internal static class JsonColumn
{
    /// <summary>Stores the property as JSON.</summary>
    /// <typeparam name="T">The property's own type.</typeparam>
    /// <typeparam name="TStored">What it is read as: a type that can be made, where the property's own is an interface.</typeparam>
    internal static void AsJson<T, TStored>(this PropertyBuilder<T> property) where TStored : T =>
        property.HasColumnType("jsonb").HasConversion(
            value => RootLoader.Write(value), json => (T)RootLoader.Read(typeof(TStored), json),
            new ValueComparer<T>((a, b) => RootLoader.Write(a) == RootLoader.Write(b), value => RootLoader.Write(value).GetHashCode(StringComparison.Ordinal), value => value));
}
