namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>The database's part of the item catalogue: what items are found and sorted by, and the sample of their keys. EF cannot declare these.</summary>
internal static class CatalogueTables
{
    /// <summary>One item in so many is in the sample.</summary>
    internal const int Sampled = 8;

    private static readonly string[] ofItems = ["items_search", "items_attributes", "items_attr_paths"], ofKeys = ["item_keys_search", "item_keys_attributes", "item_keys_attr_paths"];

    private const string Keys = "id, name_key, code, category, active, attributes, attr_paths, search";

    /// <summary>Makes them.</summary>
    internal static IEnumerable<string> Up()
    {
        // Words as the app folds them: the parser of a text search configuration would take “2-1” for a 2 and a minus 1.
        yield return """
            create function public.kitchen_words(words text) returns tsvector language sql immutable parallel safe as
            $$ select coalesce(array_to_tsvector(array_agg(left(w, 100))), '') from regexp_split_to_table(kitchen_folded(words), '[^[:alnum:]]+') w where w <> '' $$;
            """;
        // Every path that leads to something, arrays passed through: {"origin": {"country": "IT"}} has origin and origin.country.
        yield return """
            create function public.kitchen_leaves(doc jsonb) returns table (path text, value jsonb) language sql immutable parallel safe as $$
                with recursive leaf (path, value) as (
                    select key, value from jsonb_each(case jsonb_typeof(doc) when 'object' then doc else '{}' end)
                    union all
                    select case when e.key is null then l.path else l.path || '.' || e.key end, e.value from leaf l, lateral (
                        select key, value from jsonb_each(case jsonb_typeof(l.value) when 'object' then l.value else '{}' end)
                        union all
                        select null, value from jsonb_array_elements(case jsonb_typeof(l.value) when 'array' then l.value else '[]' end)) e)
                select path, value from leaf $$;
            create function public.kitchen_paths(doc jsonb) returns text[] language sql immutable parallel safe as
            $$ select coalesce(array_agg(distinct path), '{}') from kitchen_leaves(doc) where value <> 'null' $$;
            create function public.kitchen_texts(doc jsonb) returns text language sql immutable parallel safe as
            $$ select string_agg(value #>> '{}', ' ') from jsonb_path_query(doc, 'strict $.** ? (@.type() == "string")') value $$;
            """;
        // What is no number has none: an index over anything that people write must not fail.
        yield return """
            create function public.kitchen_number(value jsonb) returns float8 language sql immutable parallel safe as
            $$ select case jsonb_typeof(value) when 'number' then value::float8 when 'string' then case when value #>> '{}' ~ '^\s*[-+]?[0-9]{1,15}([.][0-9]{1,15})?\s*$' then (value #>> '{}')::float8 end end $$;
            create function public.kitchen_text(value jsonb) returns text language sql immutable parallel safe as
            $$ select case when jsonb_typeof(value) in ('string', 'number', 'boolean') then left(kitchen_folded(value #>> '{}'), 200) end $$;
            """;
        yield return """
            alter table items add name_key text collate "C" generated always as (kitchen_folded(name)) stored,
                add attr_paths text[] generated always as (kitchen_paths(attributes)) stored,
                add search tsvector generated always as (kitchen_words(name || ' ' || coalesce(code, '') || ' ' || coalesce(category, '') || ' ' || coalesce(kitchen_texts(attributes), ''))) stored;
            create index items_name_key on items (name_key, id);
            create index items_code_key on items ((coalesce(code, '') collate "C"), id);
            create index items_category_key on items ((coalesce(category, '') collate "C"), name_key, id);
            create index items_search on items using gin (search) with (fastupdate = off);
            create index items_attributes on items using gin (attributes jsonb_path_ops) with (fastupdate = off);
            create index items_attr_paths on items using gin (attr_paths) with (fastupdate = off);
            create index item_barcodes_beginnings on item_barcodes (code text_pattern_ops);
            """;
        // By chance of the id's hash: what a filter and an order do with these, they do with all.
        yield return $"""
            create table item_keys (id uuid primary key references items on delete cascade, name_key text collate "C" not null, code text, category text, active boolean not null, attributes jsonb not null, attr_paths text[] not null, search tsvector not null);
            create index item_keys_name on item_keys (name_key, id);
            create index item_keys_search on item_keys using gin (search);
            create index item_keys_attributes on item_keys using gin (attributes jsonb_path_ops);
            create index item_keys_attr_paths on item_keys using gin (attr_paths);
            create function keep_item_key() returns trigger language plpgsql as $$
            begin
                insert into item_keys ({Keys}) values ({string.Join(", ", Keys.Split(", ").Select(k => $"new.{k}"))})
                on conflict (id) do update set {string.Join(", ", Keys.Split(", ").Skip(1).Select(k => $"{k} = excluded.{k}"))};
                return null;
            end $$;
            create trigger keep_key after insert or update on items for each row when (uuid_hash(new.id) & {Sampled - 1} = 0) execute function keep_item_key();
            insert into item_keys ({Keys}) select {Keys} from items where uuid_hash(id) & {Sampled - 1} = 0;
            """;
        // What a typing error is mended by.
        yield return """
            create table item_words (word text primary key);
            create function learn_item_words() returns trigger language plpgsql as $$
            begin
                insert into item_words (word) select distinct w from new_rows n, unnest(tsvector_to_array(n.search)) w where length(w) between 3 and 40 and w !~ '[0-9]' and not exists (select from item_words k where k.word = w) order by w on conflict do nothing;
                return null;
            end $$;
            create trigger learn_inserted after insert on items referencing new table as new_rows for each statement execute function learn_item_words();
            create trigger learn_updated after update on items referencing new table as new_rows for each statement execute function learn_item_words();
            insert into item_words (word) select distinct w from items i, unnest(tsvector_to_array(i.search)) w where length(w) between 3 and 40 and w !~ '[0-9]';
            """;
    }

    /// <summary>Lets items be found by the numbers that their suppliers have for them.</summary>
    internal static IEnumerable<string> UpSupplierCodes()
    {
        yield return """
            alter table items add supplier_codes text not null default '';
            update items i set supplier_codes = c.codes from (select item_id, string_agg(distinct code, ' ') as codes from offers where active and code is not null group by 1) c where c.item_id = i.id;
            alter table items drop column search;
            alter table items add search tsvector generated always as (kitchen_words(name || ' ' || coalesce(code, '') || ' ' || coalesce(category, '') || ' ' || supplier_codes || ' ' || coalesce(kitchen_texts(attributes), ''))) stored;
            create index items_search on items using gin (search) with (fastupdate = off);
            update item_keys k set search = i.search from items i where i.id = k.id;
            """;
        yield return """
            create function keep_supplier_codes() returns trigger language plpgsql as $$
            begin
                update items i set supplier_codes = c.codes from (
                    select n.item_id, coalesce(string_agg(distinct o.code, ' '), '') as codes from (select distinct item_id from new_rows) n left join offers o on o.item_id = n.item_id and o.active and o.code is not null group by 1) c
                where c.item_id = i.id and i.supplier_codes <> c.codes;
                return null;
            end $$;
            create trigger keep_codes_inserted after insert on offers referencing new table as new_rows for each statement execute function keep_supplier_codes();
            create trigger keep_codes_updated after update on offers referencing new table as new_rows for each statement execute function keep_supplier_codes();
            """;
    }

    /// <summary>Lets many items come in at once. Words of new ones wait in short lists and are sorted in together: each on its own takes half as long again and thrice the log.
    /// A search reads those lists as well, so they stay short. What is strict is not opened up by the planner: each question about a promoted attribute took five times as long to plan as to answer. And whoever has made a small table a large one says so: a plan made for a dozen rows reads the whole table.</summary>
    internal static IEnumerable<string> UpBulk() => ["alter function kitchen_number(jsonb) strict; alter function kitchen_text(jsonb) strict", .. Waiting("fastupdate = on, gin_pending_list_limit = 512"), .. ofKeys.Select(i => $"alter index {i} set (gin_pending_list_limit = 512)"), """
        create function analyze_items() returns void language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            analyze items, stock, item_barcodes;
        end $$;
        """];

    /// <summary>Takes that away again.</summary>
    internal static IEnumerable<string> DownBulk() => [.. Waiting("fastupdate = off"), .. ofKeys.Select(i => $"alter index {i} reset (gin_pending_list_limit)"), "drop function analyze_items; alter function kitchen_number(jsonb) called on null input; alter function kitchen_text(jsonb) called on null input"];

    /// <summary>Takes that away again.</summary>
    internal static IEnumerable<string> DownSupplierCodes()
    {
        yield return "drop trigger keep_codes_inserted on offers; drop trigger keep_codes_updated on offers; drop function keep_supplier_codes";
        yield return """
            alter table items drop column search, drop column supplier_codes;
            alter table items add search tsvector generated always as (kitchen_words(name || ' ' || coalesce(code, '') || ' ' || coalesce(category, '') || ' ' || coalesce(kitchen_texts(attributes), ''))) stored;
            create index items_search on items using gin (search) with (fastupdate = off);
            """;
    }

    /// <summary>Takes them away again.</summary>
    internal static IEnumerable<string> Down()
    {
        yield return "drop table item_keys, item_words; drop trigger keep_key on items; drop function keep_item_key; drop trigger learn_inserted on items; drop trigger learn_updated on items; drop function learn_item_words; drop index item_barcodes_beginnings";
        yield return "alter table items drop column name_key, drop column attr_paths, drop column search";
        yield return "drop function kitchen_words; drop function kitchen_paths; drop function kitchen_texts; drop function kitchen_leaves; drop function kitchen_number; drop function kitchen_text";
    }

    private static IEnumerable<string> Waiting(string how) => ofItems.Select(i => $"alter index {i} set ({how})");
}
