using Microsoft.EntityFrameworkCore.Migrations;

namespace KitchenDisplay.Core.Data;

/// <summary>What of the stock EF cannot declare: the ledger in months, and who hears when what is left of a dish changes.</summary>
internal static class LedgerTable
{
    internal static void Create(MigrationBuilder migration)
    {
        migration.Sql("""
            create table movements (
                id uuid not null,
                at timestamptz not null,
                kind text not null,
                item_id uuid not null,
                place_id uuid,
                lot_id uuid,
                layer_id uuid,
                on_hand_delta numeric(14, 4) not null,
                reserved_delta numeric(14, 4) not null,
                lot_delta numeric(14, 4) not null,
                layer_delta numeric(14, 4) not null,
                unit_cost numeric(18, 6),
                command_id uuid not null,
                person_id uuid not null,
                line_id uuid,
                reason text,
                reverses_id uuid,
                primary key (at, id)
            ) partition by range (at);
            create index movements_line on movements (line_id) where line_id is not null;
            create index movements_item on movements (item_id, at);
            create index movements_lot on movements (lot_id, at) where lot_id is not null;
            -- For a node whose month nobody has made: a send is never refused for want of a partition.
            create table movements_default partition of movements default;

            -- Room on each page for the next version of a row: an update that touches no index then stays there.
            alter table stock set (fillfactor = 70);
            alter table stock_lots set (fillfactor = 70);
            alter table cost_layers set (fillfactor = 70);

            -- The app may not change the schema; these two it may call, and they run as the owner.
            create function open_ledger_month(month date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
            declare
                starts date := date_trunc('month', month)::date;
                part text := to_char(starts, '"movements_"YYYY_MM');
                since timestamptz := starts::timestamp at time zone 'UTC';
                until timestamptz := (starts + interval '1 month')::timestamp at time zone 'UTC';
            begin
                perform pg_advisory_xact_lock(hashtext('kitchendisplay.ledger'));
                if to_regclass(part) is not null then
                    return;
                end if;
                lock table movements_default in access exclusive mode;
                execute format('create table %I (like movements including all)', part);
                execute format('with moved as (delete from movements_default where at >= $1 and at < $2 returning *) insert into %I select * from moved', part) using since, until;
                execute format('alter table movements attach partition %I for values from (%L) to (%L)', part, since, until);
            end $$;

            -- What the month came to goes before the first row of the next one; then it may go.
            create function close_ledger_month(month date, command uuid, person uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
            declare
                starts date := date_trunc('month', month)::date;
                part text := to_char(starts, '"movements_"YYYY_MM');
                follows timestamptz := (starts + interval '1 month')::timestamp at time zone 'UTC';
            begin
                perform pg_advisory_xact_lock(hashtext('kitchendisplay.ledger'));
                if to_regclass(part) is null then
                    raise exception 'There is no month % in the ledger.', to_char(starts, 'YYYY-MM');
                end if;
                lock table movements in share row exclusive mode;
                execute format($sums$
                    insert into movements (id, at, kind, item_id, place_id, lot_id, layer_id, on_hand_delta, reserved_delta, lot_delta, layer_delta, unit_cost, command_id, person_id, line_id, reason)
                    select gen_random_uuid(), $1, 'Opening', item_id, place_id, lot_id, layer_id, sum(on_hand_delta), sum(reserved_delta), sum(lot_delta), sum(layer_delta), max(unit_cost), $2, $3, line_id, %L
                    from %I group by item_id, place_id, lot_id, layer_id, line_id
                    having sum(on_hand_delta) <> 0 or sum(reserved_delta) <> 0 or sum(lot_delta) <> 0 or sum(layer_delta) <> 0
                    $sums$, to_char(starts, 'YYYY-MM'), part) using follows, command, person;
                execute format('drop table %I', part);
            end $$;
            """);
        Hear(migration);
    }

    // Row by row, since only that can look before it calls anything: what limits no dish costs nothing.
    private static void Hear(MigrationBuilder migration) => migration.Sql("""
        create function note_portions() returns trigger language plpgsql as $$
        begin
            insert into changes (kind, root_id) select 'portions', n.dish_id from dish_needs n where n.item_id = new.item_id;
            perform ring_for_others();
            return null;
        end $$;
        create trigger note_portions after update on stock for each row
            when ((old.is_limiting or new.is_limiting) and (old.on_hand - old.reserved, old.is_limiting) is distinct from (new.on_hand - new.reserved, new.is_limiting))
            execute function note_portions();
        """);
}
