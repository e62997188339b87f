-- What the board must show, worked out by the database itself: every root that is open or still being worked on, and how far it has come.
create view gap_roots as
select o.id, o.name::bigint as head, coalesce(g.first, 0)::bigint as first, coalesce(g.last, 0)::bigint as last, 0::bigint as detail, 0::bigint as task, o.id as order_id
from orders o
left join lateral (select min(seat) as first, max(seat) as last from guests where order_id = o.id) g on true
where o.closed_at is null
   or exists (select from tickets t join prep_tasks k on k.ticket_id = t.id and k.state <> 'Bumped' where t.order_id = o.id)
union all
select t.id, t.number, coalesce(l.first, 0), coalesce(l.last, 0), coalesce(l.detail, 0), coalesce(l.task, 0), t.order_id
from tickets t join orders o on o.id = t.order_id
left join lateral (
    select min(course) as first, max(course) as last, max(version) as detail, max(k.step) as task
    from lines l left join prep_tasks k on k.line_id = l.id where l.ticket_id = t.id) l on true
where o.closed_at is null or exists (select from prep_tasks k where k.ticket_id = t.id and k.state <> 'Bumped');

-- Every change draws its numbers here, so that a later one is always greater.
create sequence gap_numbers start 1000000;

-- The control: one row per change, read by `id > last`.
create table gap_control (id bigserial primary key);

grant select on gap_roots to public;
grant usage on gap_numbers, gap_control_id_seq to public;
grant select, insert on gap_control to public;
