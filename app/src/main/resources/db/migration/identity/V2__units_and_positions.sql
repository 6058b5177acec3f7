create extension if not exists btree_gist with schema public;

create table role (
  code        text primary key,
  title       text not null,
  permissions text[] not null
);

create table unit (
  code      text primary key,
  name      text not null,
  parent    text references unit,
  -- the codes of all areas in scope begin with this; empty means all
  area_code text not null,
  area_name text not null,
  duties    text not null default ''
);

create table position (
  code  text primary key,
  unit  text not null references unit,
  title text not null,
  role  text not null,
  reach text not null check (reach in ('area', 'unit', 'own'))
);
create index position_unit on position (unit);
create sequence position_number;

-- who holds which position: the last day is not included; open work belongs to the position
create table holding (
  id         bigint generated always as identity primary key,
  position   text not null references position,
  account    text not null references account,
  valid_from date not null,
  valid_to   date,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (position with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (account with =, daterange(valid_from, valid_to) with &&)
);

insert into unit (code, name, area_code, area_name)
select 'unit-' || row_number() over (order by area_code, unit), unit, area_code, min(area_name)
from account group by unit, area_code;
insert into position (code, unit, title, role, reach)
select 'position-' || a.username, u.code, a.display_name, a.role, case a.role when 'bureauLiaison' then 'unit' else 'area' end
from account a join unit u on u.name = a.unit and u.area_code = a.area_code;
insert into holding (position, account, valid_from)
select 'position-' || username, username, created_at::date from account;

alter table account
  drop column role,
  drop column unit,
  drop column area_code,
  drop column area_name,
  -- a password that was made by the program or an administrator: good for one sign-in until this time
  add column one_time_until      timestamptz,
  add column password_changed_at timestamptz not null default now(),
  add column earlier_passwords   text[] not null default '{}',
  -- false for the known accounts of a demo only
  add column factor_required     boolean not null default true,
  add column factor_secret       bytea,
  -- the last time step whose code was used: a code is good once
  add column factor_step         bigint not null default 0,
  add column suspended_at        timestamptz,
  add column suspended_why       text,
  add column last_signed_in_at   timestamptz;

-- what a session of before says about its user is no longer read
delete from session;
