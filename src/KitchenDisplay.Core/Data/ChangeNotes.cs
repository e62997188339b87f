using Microsoft.EntityFrameworkCore.Migrations;

namespace KitchenDisplay.Core.Data;

/// <summary>The triggers that write down which roots a transaction has touched. A migration that adds a table which screens depend on calls <see cref="Note"/> for it.</summary>
internal static class ChangeNotes
{
    /// <summary>The kind that asks for a full read.</summary>
    internal const string All = "all";

    internal static void CreateTable(MigrationBuilder migration) => migration.Sql("""
        create unlogged table changes (
            xid xid8 not null default pg_current_xact_id(),
            kind text not null,
            root_id uuid
        );
        create index changes_xid on changes (xid);
        comment on table changes is 'Roots touched lately, for the bridge. Unlogged: after a crash every bridge reads everything anew.';

        -- Only for writers that are not the app: its connections say kitchen.bell=off and ring after the commit, because NOTIFY inside
        -- a transaction takes a lock over the whole cluster until the commit is on disk.
        create function ring_for_others() returns void language plpgsql as $$
        begin
            if current_setting('kitchen.bell', true) is distinct from 'off' then
                perform pg_notify('kitchen', '');
            end if;
        end $$;
        """);

    /// <summary>Notes the roots of every insert, update, delete and truncate on a table.</summary>
    /// <param name="table">Its SQL name.</param>
    /// <param name="kind">The kind of the roots, or <see cref="All"/>.</param>
    /// <param name="root">SQL for the root's id in terms of the row.</param>
    /// <param name="also">More to note about an update: a query over <c>old_rows</c> and <c>new_rows</c> that gives kind and root.</param>
    /// <param name="concerned">Other roots whose place on the board depends on these rows: from their table to a query that gives kind and root.</param>
    internal static void Note(MigrationBuilder migration, string table, string kind, string root = "id", string? also = null, Func<string, string>? concerned = null)
    {
        // One function per event: a transition table exists only for its own, and static SQL keeps its plan.
        Trigger(migration, table, "insert", "referencing new table as new_rows", Roots("new_rows"));
        Trigger(migration, table, "update", "referencing old table as old_rows new table as new_rows",
            $"{Roots("old_rows")} union {Roots("new_rows")}{(also is null ? "" : $" union {also}")}");
        Trigger(migration, table, "delete", "referencing old table as old_rows", Roots("old_rows"));
        Trigger(migration, table, "truncate", "", $"select '{All}', null::uuid");

        string Roots(string rows) =>
            (kind == All ? $"select distinct '{All}', null::uuid from {rows}" : $"select distinct '{kind}', {root} from {rows}")
            + (concerned is null ? "" : $" union {concerned(rows)}");
    }

    private static void Trigger(MigrationBuilder migration, string table, string on, string referencing, string roots) => migration.Sql($"""
        create function note_{table}_{on}() returns trigger language plpgsql as $$
        begin
            insert into changes (kind, root_id) {roots};
            perform ring_for_others();
            return null;
        end $$;
        create trigger note_{on} after {on} on {table} {referencing} for each statement execute function note_{table}_{on}();
        """);
}
