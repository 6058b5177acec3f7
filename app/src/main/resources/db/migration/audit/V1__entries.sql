-- One row a chain. A transaction appends to the first chain that nobody else is appending to, so that none waits.
create table head (
  part int primary key,
  seq  bigint not null,
  hash bytea not null
);
insert into head select part, 0, decode(repeat('00', 32), 'hex') from generate_series(0, 15) part;

-- what was done, read or refused; hash = SM3(hash of the entry before, this entry), org.yimen.audit.Chain
create table entry (
  part   int not null,
  seq    bigint not null,
  at     timestamptz not null,
  who    text not null,
  unit   text not null,
  role   text not null,
  deed   text not null,
  object text not null,
  why    text not null,
  done   boolean not null,
  hash   bytea not null,
  primary key (part, seq)
);
create index entry_object on entry (object, at) where object <> '';
create index entry_at on entry (at);
create index entry_emergency on entry (at) where deed = 'emergency.begin';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.entry is append only';
end $$;
create trigger entry_stays before update or delete on entry for each row execute function refuse_change();
create trigger entry_all_stay before truncate on entry for each statement execute function refuse_change();

-- emergencies that an audit administrator has looked into
create table looked_into (
  part int not null,
  seq  bigint not null,
  who  text not null,
  at   timestamptz not null,
  primary key (part, seq)
);
