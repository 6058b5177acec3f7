-- Which rows a signed-in person's requests are shown, whatever a query asks for: docs/adr/0006.
-- Applied anew whenever this file changes. A table that isn't named here is closed to both roles.

do $$
begin
  if not exists (select from pg_roles where rolname = 'yimen_desk') then
    create role yimen_desk nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'yimen_district') then
    create role yimen_district nologin;
  end if;
  -- who made the roles may take them on
  if not pg_has_role(current_user, 'yimen_desk', 'set') then
    execute format('grant yimen_desk to %I', current_user);
  end if;
  if not pg_has_role(current_user, 'yimen_district', 'set') then
    execute format('grant yimen_district to %I', current_user);
  end if;
exception when insufficient_privilege then
  raise exception '数据库用户 % 不能建立角色。请由数据库管理员执行：create role yimen_desk nologin; create role yimen_district nologin; grant yimen_desk, yimen_district to %;',
    current_user, current_user;
end $$;

-- what the last edition of this file said is forgotten
do $$
declare
  old record;
begin
  for old in select schemaname, tablename, policyname from pg_policies
    where roles && array['yimen_desk', 'yimen_district']::name[]
  loop
    execute format('drop policy %I on %I.%I', old.policyname, old.schemaname, old.tablename);
  end loop;
  for old in select nspname from pg_namespace
    where nspname in ('registry', 'exchange', 'eligibility', 'casework', 'audit', 'identity')
  loop
    execute format('revoke all on all tables in schema %I from yimen_desk, yimen_district', old.nspname);
  end loop;
end $$;

grant usage on schema registry, exchange, eligibility, casework, audit, identity to yimen_desk, yimen_district;

-- without rows of anybody
grant select on
  registry.area, registry.name_key, registry.last_change,
  exchange.load_progress,
  eligibility.screening_run, eligibility.current_run, eligibility.current_screening,
  eligibility.what_if, eligibility.parameter_value, eligibility.parameter_value_decision,
  audit.looked_into
  to yimen_desk, yimen_district;

-- names of colleagues, and nothing else of an account
grant select (username, display_name) on identity.account to yimen_desk, yimen_district;

-- Who holds a permission for all of an area on a day: which colleagues may be sent to a family.
create or replace function identity.colleagues(may text, today date)
returns table (username text, display_name text, unit text, area text)
language sql stable security definer set search_path = '' as $$
  select a.username::text, a.display_name::text, u.name, u.area_code
  from identity.holding h
  join identity.account a on a.username = h.account and a.suspended_at is null
  join identity.position p on p.code = h.position and p.reach = 'area'
  join identity.role r on r.code = p.role and may = any (r.permissions)
  join identity.unit u on u.code = p.unit
  where today >= h.valid_from and (h.valid_to is null or today < h.valid_to)
$$;
revoke all on function identity.colleagues from public;
grant execute on function identity.colleagues to yimen_desk, yimen_district;

-- Who does today what was given to somebody: open work belongs to the position, so its holder; where nobody
-- holds it, whom it was given to.
create or replace function identity.now_does(given_to text, given_at timestamptz, today date)
returns text
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select now.account::text
    from identity.holding was
    join identity.holding now on now.position = was.position
      and today >= now.valid_from and (now.valid_to is null or today < now.valid_to)
    where was.account = given_to
      and (given_at at time zone 'Asia/Shanghai')::date >= was.valid_from
      and (was.valid_to is null or (given_at at time zone 'Asia/Shanghai')::date < was.valid_to)
    limit 1), given_to)
$$;
revoke all on function identity.now_does from public;
grant execute on function identity.now_does to yimen_desk, yimen_district;

-- the whole district: its rows are all there are
do $$
declare
  shown text;
begin
  foreach shown in array array[
    'registry.household', 'registry.person', 'registry.person_name', 'registry.membership', 'registry.fact',
    'exchange.delivery', 'exchange.source_row', 'exchange.evidence', 'exchange.doubtful_pair',
    'exchange.pair_candidate',
    'eligibility.screening_result', 'eligibility.what_if_total', 'eligibility.what_if_household']
  loop
    execute format('alter table %s enable row level security', shown);
    execute format('grant select on %s to yimen_desk, yimen_district', shown);
    execute format('create policy district on %s for select to yimen_district using (true)', shown);
  end loop;
end $$;

-- the program alone: decisions are written, taken back and noted by deeds over the whole register
alter table registry.change enable row level security;
alter table exchange.withheld_fact enable row level security;

-- An area. The settings are read once a query; where none is set, no area lies between.
create policy reach on registry.household for select to yimen_desk using (
  area ~>=~ (select current_setting('yimen.area_from', true))
  and area ~<~ (select current_setting('yimen.area_to', true)));
create policy reach on eligibility.what_if_total for select to yimen_desk using (
  area ~>=~ (select current_setting('yimen.area_from', true))
  and area ~<~ (select current_setting('yimen.area_to', true)));
create policy reach on exchange.doubtful_pair for select to yimen_desk using (
  area ~>=~ (select current_setting('yimen.area_from', true))
  and area ~<~ (select current_setting('yimen.area_to', true)));

-- What hangs on a household that is shown. Policies of the tables asked here hold in turn.
create policy reach on registry.membership for select to yimen_desk using (
  exists (select from registry.household h where h.id = membership.household));
create policy reach on eligibility.screening_result for select to yimen_desk using (
  exists (select from registry.household h where h.id = screening_result.household));
create policy reach on eligibility.what_if_household for select to yimen_desk using (
  exists (select from registry.household h where h.id = what_if_household.household));
alter view eligibility.current_screening set (security_invoker = true);

-- A person of such a household, now or before, or a candidate for a row of the area. Functions, as the planner
-- would rather gather everybody in reach for a few rows; they see all rows and compare with the same settings.
create or replace function registry.in_reach(who bigint) returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
begin
  return exists (
    select from registry.membership m join registry.household h on h.id = m.household
    where m.person = who
      and h.area ~>=~ current_setting('yimen.area_from', true)
      and h.area ~<~ current_setting('yimen.area_to', true));
end $$;
create or replace function exchange.candidate_in_reach(who bigint) returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
begin
  return exists (
    select from exchange.pair_candidate c join exchange.doubtful_pair p on p.source_row = c.source_row
    where c.person = who
      and p.area ~>=~ current_setting('yimen.area_from', true)
      and p.area ~<~ current_setting('yimen.area_to', true));
end $$;
revoke all on function registry.in_reach, exchange.candidate_in_reach from public;
grant execute on function registry.in_reach, exchange.candidate_in_reach to yimen_desk, yimen_district;
create policy reach on registry.person for select to yimen_desk using (
  registry.in_reach(id) or exchange.candidate_in_reach(id));
create policy reach on registry.person_name for select to yimen_desk using (registry.in_reach(person));
create policy reach on registry.fact for select to yimen_desk using (
  case when household is not null
    then exists (select from registry.household h where h.id = fact.household)
    else registry.in_reach(person) end);

-- Whose number has one of these keyed hashes: an index is of no use below a policy, as comparing might tell of
-- rows that are not shown.
drop function if exists registry.persons_by_number(text);
create or replace function registry.persons_by_number(keys bytea[]) returns setof bigint
language sql stable security definer set search_path = pg_catalog as $$
  select id from registry.person where citizen_number[2:4] && keys
$$;
revoke all on function registry.persons_by_number from public;
grant execute on function registry.persons_by_number to yimen_desk, yimen_district;

-- Asked of somebody who once lived in the area: the household where they live now may be out of reach.
create or replace function registry.lives_somewhere(who bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from registry.membership where person = who and valid_to is null)
$$;
revoke all on function registry.lives_somewhere from public;
grant execute on function registry.lives_somewhere to yimen_desk, yimen_district;

-- Requests to see a minor's details: asked and decided by desks, of households in their reach.
alter table registry.minor_request enable row level security;
grant select, insert, update (decided_by, decided_by_name, decided_at, approved, note, valid_until)
  on registry.minor_request to yimen_desk, yimen_district;
create policy district on registry.minor_request to yimen_district using (true) with check (true);
create policy reach on registry.minor_request to yimen_desk
  using (exists (select from registry.household h where h.id = minor_request.household))
  with check (exists (select from registry.household h where h.id = minor_request.household));

-- Files: names and counts to who has to say where a fact comes from, rows to who sent them.
create policy reach on exchange.delivery for select to yimen_desk using (
  (select current_setting('yimen.may', true) ~ '(^|,)(register[.]read|pair[.]settle)(,|$)')
  or received_by = (select nullif(current_setting('yimen.username', true), ''))
  or only_unit = (select nullif(current_setting('yimen.unit', true), ''))
  or bureau = any ((select string_to_array(nullif(current_setting('yimen.bureaus', true), ''), chr(31)))::text[]));
create policy reach on exchange.source_row for select to yimen_desk using (
  delivery = any (array(
    select d.id from exchange.delivery d
    where d.received_by = (select nullif(current_setting('yimen.username', true), ''))
      or d.only_unit = (select nullif(current_setting('yimen.unit', true), ''))
      or d.bureau = any ((select string_to_array(nullif(current_setting('yimen.bureaus', true), ''), chr(31)))::text[])))
  or person is not null and registry.in_reach(person)
  or household is not null and exists (select from registry.household h where h.id = source_row.household)
  or exists (select from exchange.doubtful_pair p where p.source_row = source_row.id));
create policy reach on exchange.evidence for select to yimen_desk using (
  exists (select from exchange.source_row r where r.id = evidence.source_row));
create policy reach on exchange.pair_candidate for select to yimen_desk using (
  exists (select from exchange.doubtful_pair p where p.source_row = pair_candidate.source_row));

-- Casework is what desks write: an application of the area, and what hangs on one. Nothing of it is deleted.
grant select, insert, update on casework.receipt_number to yimen_desk, yimen_district;
grant usage on all sequences in schema casework to yimen_desk, yimen_district;
do $$
declare
  shown text;
begin
  foreach shown in array array['application', 'public_notice', 'recognition', 'standing', 'bulk_job']
  loop
    execute format($policy$
      create policy reach on casework.%1$I to yimen_desk using (
        area ~>=~ (select current_setting('yimen.area_from', true))
        and area ~<~ (select current_setting('yimen.area_to', true)))
      $policy$, shown);
  end loop;
  foreach shown in array array['step', 'clock', 'authorisation', 'economic_check', 'visit', 'determination',
    'objection', 'decision', 'signature', 'recheck', 'bulk_row', 'spot_check_draw', 'download',
    'attachment', 'visit_conflict', 'progress_code', 'assignment']
  loop
    execute format($policy$
      create policy reach on casework.%1$I to yimen_desk using (
        exists (select from casework.application a where a.id = %1$I.application))
      $policy$, shown);
  end loop;
  create policy reach on casework.bulk_file to yimen_desk using (
    exists (select from casework.bulk_job j where j.id = bulk_file.job));
  foreach shown in array array['entitlement', 'recheck_delay', 'overpayment']
  loop
    execute format($policy$
      create policy reach on casework.%1$I to yimen_desk using (
        exists (select from casework.standing s where s.id = %1$I.standing))
      $policy$, shown);
  end loop;
  foreach shown in array array['application', 'public_notice', 'recognition', 'step', 'clock', 'authorisation',
    'economic_check', 'visit', 'determination', 'objection', 'decision', 'signature', 'standing', 'recheck',
    'entitlement', 'recheck_delay', 'overpayment', 'bulk_job', 'bulk_row', 'spot_check_draw', 'download',
    'attachment', 'visit_conflict', 'progress_code', 'assignment', 'bulk_file']
  loop
    execute format('alter table casework.%I enable row level security', shown);
    execute format('grant select, insert, update on casework.%I to yimen_desk, yimen_district', shown);
    execute format('create policy district on casework.%I to yimen_district using (true)', shown);
  end loop;
end $$;

-- What goes out to the national systems: made, answered and settled by desks, of their areas. Nothing of it is deleted.
do $$
declare
  shown text;
begin
  foreach shown in array array['outward_pack', 'outward_row', 'outward_omission', 'outward_difference',
    'outward_check', 'outward_finding']
  loop
    execute format('alter table exchange.%I enable row level security', shown);
    execute format('grant select, insert, update on exchange.%I to yimen_desk, yimen_district', shown);
    execute format('create policy district on exchange.%I to yimen_district using (true)', shown);
    execute format($policy$
      create policy reach on exchange.%1$I to yimen_desk using (
        area ~>=~ (select current_setting('yimen.area_from', true))
        and area ~<~ (select current_setting('yimen.area_to', true)))
      $policy$, shown);
  end loop;
end $$;
do $$
declare
  numbered text;
begin
  foreach numbered in array array['outward_pack', 'outward_row', 'outward_difference', 'outward_check', 'outward_finding']
  loop
    execute format('grant usage on sequence exchange.%I to yimen_desk, yimen_district', numbered || '_id_seq');
  end loop;
end $$;

-- Whether somebody may not yet see the sensitive details of a person who is not yet 18: nobody has approved it,
-- and they have taken no step in an open application of the household. Sending others to visit is none.
create or replace function registry.minor_held_back(who bigint, for_user text, today date) returns boolean
language sql stable as $$
  select coalesce((
    select p.birth_date > today - interval '18 years'
      and not exists (
        select from registry.minor_request r
        where r.asked_by = for_user and r.approved and r.valid_until >= today
          and (r.person = p.id or r.person is null and exists (
            select from registry.membership m where m.person = p.id and m.household = r.household)))
      and not exists (
        select from registry.membership m
        join casework.application a on a.household = m.household
        join casework.step s on s.application = a.id
        where m.person = p.id and s.who = for_user and s.step <> 'assign'
          and a.state not in ('confirmed', 'refused', 'withdrawn', 'ended', 'done', 'takenOver'))
    from registry.person p where p.id = who), false)
$$;

-- The minors among persons, and whether their details are held back; also of those whom the user doesn't reach.
create or replace function registry.minors(ids bigint[], for_user text, today date)
returns table (id bigint, held boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, registry.minor_held_back(p.id, for_user, today)
  from registry.person p where p.id = any (ids) and p.birth_date > today - interval '18 years'
$$;
revoke all on function registry.minors from public;
grant execute on function registry.minors to yimen_desk, yimen_district;

-- The audit: everybody's acts are appended; read by its administrator, and by who may see whom an entry is about.
alter table audit.entry enable row level security;
alter table audit.looked_into enable row level security;
grant select, insert on audit.entry to yimen_desk, yimen_district;
grant insert on audit.looked_into to yimen_desk, yimen_district;
grant select, update on audit.head to yimen_desk, yimen_district;
create policy told on audit.entry for insert to yimen_desk, yimen_district with check (true);
create policy administrator on audit.entry for select to yimen_desk using (
  (select current_setting('yimen.may', true) ~ '(^|,)audit[.]read(,|$)'));
create policy administrator on audit.looked_into to yimen_desk using (
  (select current_setting('yimen.may', true) ~ '(^|,)audit[.]read(,|$)'));
create policy about on audit.entry for select to yimen_desk, yimen_district using (
  case
    when object ~ '^household:[0-9]+$'
      then exists (select from registry.household h where h.id = substr(object, 11)::bigint)
    when object ~ '^person:[0-9]+$'
      then registry.in_reach(substr(object, 8)::bigint) or (select current_user = 'yimen_district')
    else false end);
