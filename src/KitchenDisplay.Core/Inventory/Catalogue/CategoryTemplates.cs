using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Says which fields the items of a category have; none to forget the template. No item is changed by it.</summary>
public sealed record SaveTemplate(Guid Id, string Category, IReadOnlyList<TemplateField> Fields) : Command<TemplateSaved>(Id)
{
    public const int MaxFields = 60, MaxChoices = 50;
}

/// <summary>It is said.</summary>
public sealed record TemplateSaved(string Category, int Fields);

/// <summary>The templates of the categories.</summary>
public sealed class CategoryTemplates(CommandBook book, IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>The fields of a category, in their order; none for one without a template.</summary>
    public async Task<IReadOnlyList<TemplateField>> FieldsAsync(string? category, CancellationToken cancel = default)
    {
        if (category is null) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.CategoryTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Category == category, cancel))?.Fields ?? [];
    }

    /// <summary>All categories that items have or that have a template, with the number of its fields, by name.</summary>
    public async Task<IReadOnlyList<(string Category, int Fields)>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var templates = await db.CategoryTemplates.AsNoTracking().ToDictionaryAsync(t => t.Category, t => t.Fields.Count, cancel);
        // From one to the next through the index: there are few categories and many items.
        var used = await db.Database.SqlQuery<string>($"""
            with recursive c (category) as ((select category from items where category is not null order by category limit 1)
                union all select (select i.category from items i where i.category > c.category order by i.category limit 1) from c where c.category is not null)
            select category as "Value" from c where category is not null
            """).ToListAsync(cancel);
        return [.. used.Union(templates.Keys).Order(StringComparer.CurrentCultureIgnoreCase).Select(c => (c, templates.GetValueOrDefault(c)))];
    }

    /// <summary>Writes one.</summary>
    public Task<TemplateSaved> SaveAsync(SaveTemplate command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var category = InventoryService.Tidy(command.Category, ItemFields.MaxText) ?? throw new Refusal("Say of which category.");
            if (command.Fields.Count > SaveTemplate.MaxFields) throw new Refusal("A template has at most {0} fields.", SaveTemplate.MaxFields);
            IReadOnlyList<TemplateField> fields = [.. command.Fields.Select(Tidied)];
            if (fields.GroupBy(f => f.Path).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new Refusal("{0} stands there twice.", twice.Key);
            var template = await db.CategoryTemplates.SingleOrDefaultAsync(t => t.Category == category, ct);
            if (fields.Count == 0 && template is not null) db.Remove(template);
            if (fields.Count > 0 && template is null) db.Add(template = new CategoryTemplate { Category = category, Fields = fields });
            if (template is not null) template.Fields = fields;
            return new TemplateSaved(category, fields.Count);
        }, cancel);

    private static TemplateField Tidied(TemplateField field)
    {
        var path = InventoryService.Tidy(field.Path, ItemFields.MaxText) ?? throw new Refusal("Say which attribute each field is.");
        if (path.Split('.') is var keys && (keys.Length > ItemFields.MaxDepth || keys.Any(string.IsNullOrWhiteSpace))) throw new Refusal("“{0}” is no attribute.", path);
        var label = InventoryService.Tidy(field.Label, ItemFields.MaxText) ?? path;
        if (!Enum.IsDefined(field.Kind)) throw new Refusal("{0}: say what kind of field it is.", label);
        IReadOnlyList<string>? choices = field.Kind == FieldKind.Choice ? [.. (field.Choices ?? []).Select(c => c.Trim()).Where(c => c.Length > 0).Distinct()] : null;
        if (choices is { Count: 0 or > SaveTemplate.MaxChoices }) throw new Refusal("{0}: say what one can choose, 1 to {1} words.", label, SaveTemplate.MaxChoices);
        return new(path, label, field.Kind, field.Kind == FieldKind.Number ? InventoryService.Tidy(field.Unit, 20) : null, choices);
    }
}
