using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Tests.Core.Inventory.Exchange;

public sealed class ItemImportTests(ImportHouse house) : IClassFixture<ImportHouse>
{
    private readonly string mark = Guid.CreateVersion7().ToString("N")[20..];

    [Fact]
    public async Task New_changed_same_and_bad_rows_are_told_apart_before_anything_is_changed()
    {
        var known = await house.AddAsync($"Butter {mark}", $"B-{mark}");
        await house.EditAsync(known, ItemPatch.Attribute("brand", "\"Alpenhof\""));
        var import = await house.CheckAsync($"""
            name;code;unit;category;ean;brand;fat
            Butter {mark};B-{mark};g;Dairy {mark};;Alpenhof;82,5
            Butter {mark} unsalted;;g;;40111490;;
            ;B-{mark};;;;Alpenhof;
            Milk {mark};;furlong;;;;
            Cream {mark};;ml;;40111491;;3
            Salt {mark};S-{mark};g;;;;
            Sugar {mark};S-{mark};g;;;;
            Flour {mark};;;;;;
            ;;;;;lost;
            """);

        var rows = (await house.RowsAsync(import.Id)).ToDictionary(r => r.Number);
        Assert.Equal(ImportState.Checked, import.State);
        Assert.Equal((9, 2, 1, 0, 6), (import.Rows, import.New, import.Changed, import.Same, import.Bad));
        Assert.Equal([("category", null, $"Dairy {mark}"), ("fat", null, "82.5")], rows[2].Changes!.Select(c => (c.Field, c.Old, c.New)));
        Assert.Equal(RowVerdict.New, rows[3].Verdict);
        Says(rows[4], "Row 2 is about the same");
        Says(rows[5], "no unit");
        Assert.Equal(RowVerdict.New, rows[7].Verdict);
        Says(rows[8], "Row 7 is about the same");
        Says(rows[9], "weighed (g)");
        Says(rows[10], "Say what it is called");
        Assert.Null(await house.ItemAsync($"Salt {mark}"));
        Assert.Null((await house.ItemAsync($"Butter {mark}"))!.Category);
    }

    [Fact]
    public async Task What_is_applied_is_there_and_all_of_it_can_be_taken_back()
    {
        var known = await house.AddAsync($"Butter {mark}");
        var import = await house.ApplyAsync($"name;unit;category;ean;brand\nButter {mark};;Dairy {mark};40111490;Kerrygold\nSalt {mark};g;;;\nOil {mark};ml;;;\n");

        Assert.Equal((ImportState.Done, 2, 1, 0), (import.State, import.New, import.Changed, import.Bad));
        var butter = (await house.ItemAsync($"Butter {mark}"))!;
        Assert.Equal(($"Dairy {mark}", "00000040111490", "\"Kerrygold\""), (butter.Category, butter.Barcodes.Single().Code, ItemFields.Attribute(butter, "brand")));
        // Somebody uses one of the new ones by then.
        await house.Store.ReceiveAsync((await house.ItemAsync($"Oil {mark}"))!.Id, 5);

        var undone = await house.UndoAsync(import.Id);

        Assert.Equal((ImportState.Undone, 1), (undone.State, undone.Kept));
        Assert.Null(await house.ItemAsync($"Salt {mark}"));
        Assert.NotNull(await house.ItemAsync($"Oil {mark}"));
        butter = (await house.ItemAsync($"Butter {mark}"))!;
        Assert.Equal((null, 0, null, known), (butter.Category, butter.Barcodes.Count, ItemFields.Attribute(butter, "brand"), butter.Id));
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_not_taken_back()
    {
        var known = await house.AddAsync($"Butter {mark}");
        var import = await house.ApplyAsync($"name;category\nButter {mark};Dairy {mark}\n");
        await house.EditAsync(known, ItemPatch.Field(ItemPatch.Category, $"Fat {mark}"));

        Assert.Equal(1, (await house.UndoAsync(import.Id)).Kept);
        Assert.Equal($"Fat {mark}", (await house.ItemAsync($"Butter {mark}"))!.Category);
    }

    [Fact]
    public async Task A_bad_row_in_the_middle_of_many_is_named_and_a_killed_process_is_gone_on_behind()
    {
        const int many = 3 * ImportWorks.Batch;
        var text = string.Concat(Enumerable.Range(0, many).Select(n => n == many / 2 ? $"Thing {mark} {n};furlong\n" : $"Thing {mark} {n};pc\n"));
        var import = await house.CheckAsync($"name;unit\n{text}");
        Assert.Equal((many - 1, 1), (import.New, import.Bad));
        Assert.Equal((many / 2) + 2, (await house.RowsAsync(import.Id, RowVerdict.Bad)).Single().Number);
        await house.Desk.ApplyAsync(new(Guid.CreateVersion7(), import.Id), house.Kitchen.Manager);

        using (var killed = new CancellationTokenSource())
        {
            var working = house.Works().WorkAsync(killed.Token);
            while ((await house.Book.FindAsync(import.Id))!.Import.Step == 0) await Task.Yield();
            await killed.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        }
        var stopped = (await house.Book.FindAsync(import.Id))!.Import;
        var there = await house.Kitchen.CountAsync($"items where name like 'Thing {mark} %'");
        Assert.Equal(ImportState.Applying, stopped.State);
        Assert.Equal(await house.Kitchen.CountAsync($"import_rows where import_id = '{import.Id}' and applied is not null"), there);
        Assert.InRange(there, ImportWorks.Batch, many - 2);

        var done = await house.WorkAsync(import.Id);

        Assert.Equal((ImportState.Done, many - 1, 1), (done.State, done.New, done.Bad));
        Assert.Equal(many - 1, await house.Kitchen.CountAsync($"items where name like 'Thing {mark} %'"));
        Assert.Equal(0, (await house.UndoAsync(import.Id)).Kept);
        Assert.Equal(0, await house.Kitchen.CountAsync($"items where name like 'Thing {mark} %'"));
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_and_changes_nothing()
    {
        var item = await house.AddAsync($"=Butter, \"salted\"; {mark}", $"-B{mark}");
        foreach (var (path, json) in new[] { ("brand", "\"@Alpenhof\""), ("fat", "82.5"), ("organic", "true"), ("labels", "[\"Bio, really\",\"AOP\"]"), ("origin.country", "\"AT\""), ("size", "\"12\""), ("notes", "{\"a\":{\"b\":[1,{\"c\":null}]}}") })
            await house.EditAsync(item, ItemPatch.Attribute(path, json));
        var text = await house.ExportAsync($"code:\"-B{mark}\"");
        Assert.DoesNotContain("\n=", text, StringComparison.Ordinal);

        var import = await house.CheckAsync(text);

        Assert.Empty((await house.RowsAsync(import.Id)).SelectMany(r => r.Changes ?? []).Select(c => $"{c.Field}: {c.Old} -> {c.New}"));
        Assert.Equal((1, 1, 0), (import.Rows, import.Same, import.Bad));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_nothing()
    {
        var before = await house.Kitchen.CountAsync("item_imports");
        foreach (var text in new[] { "", "name\n", "PK\u0003\u0004", "name;name\na;b\n", "\"name;code\na;b\n" })
            await Assert.ThrowsAsync<Refusal>(() => house.StageAsync(text));
        Assert.Equal(before, await house.Kitchen.CountAsync("item_imports"));
    }

    [Fact]
    public async Task A_file_of_fifty_megabytes_and_a_letter_is_refused_before_it_is_read()
    {
        await using var file = new MemoryStream(new byte[ImportFile.MostBytes + 1]);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.Desk.StageAsync(new(Guid.CreateVersion7(), ImportKind.Items, null, "large.csv", ""), file, house.Kitchen.Manager));

        Assert.Contains("larger than 50 MB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_are_remembered_and_have_to_make_sense()
    {
        var import = await house.StageAsync($"Text {mark};Zeug\nButter {mark};x\n");
        await Assert.ThrowsAsync<Refusal>(() => MapAsync(import, "category", ""));
        await Assert.ThrowsAsync<Refusal>(() => MapAsync(import, "name", "name"));
        await Assert.ThrowsAsync<Refusal>(() => MapAsync(import, "name"));
        await Assert.ThrowsAsync<Refusal>(() => MapAsync(import, "name", "nonsense"));
        await Assert.ThrowsAsync<Refusal>(() => house.Desk.ApplyAsync(new(Guid.CreateVersion7(), import), house.Kitchen.Manager));
        await MapAsync(import, "name", "category");

        var next = (await house.Book.FindAsync(await house.StageAsync($"Text {mark};Zeug\nButter {mark};y\n")))!.Import;

        Assert.Equal(["name", "category"], next.Mapping);
        for (var tap = 0; tap < 2; tap++) await house.Desk.DropAsync(new(Guid.CreateVersion7(), next.Id), house.Kitchen.Manager);
        Assert.Null(await house.Book.FindAsync(next.Id));
    }

    [Fact]
    public async Task A_waiter_brings_nothing_in()
    {
        await using var file = new MemoryStream("name\nx\n"u8.ToArray());
        Assert.True((await Assert.ThrowsAsync<Refusal>(() => house.Desk.StageAsync(new(Guid.CreateVersion7(), ImportKind.Items, null, "x.csv", ""), file, house.Kitchen.Waiter))).Denied);
    }

    private Task<ImportIs> MapAsync(Guid import, params string[] mapping) => house.Desk.MapAsync(new(Guid.CreateVersion7(), import, mapping), house.Kitchen.Manager);

    private static void Says(ImportRow row, string text)
    {
        Assert.Equal(RowVerdict.Bad, row.Verdict);
        Assert.Contains(text, string.Join(' ', row.Problems!.Select(p => p.Sentence.ToString())), StringComparison.Ordinal);
    }
}
