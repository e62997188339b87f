using System.Text;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Data;

/// <summary>SQL names as a person would type them in psql: <c>business_day</c>, not <c>"BusinessDay"</c>.</summary>
internal static class SnakeCase
{
    internal static void UseSnakeCaseColumns(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetDefaultName()!));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Of(key.GetDefaultName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(index.GetDatabaseName() is { } name && name != index.GetDefaultDatabaseName() ? name : Of(index.GetDefaultDatabaseName()!));
        }
    }

    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
