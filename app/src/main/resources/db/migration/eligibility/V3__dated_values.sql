-- dated values of the law that people enter (标准调整); a mistaken one is followed by another, none is changed
create table eligibility.parameter_value (
  id              bigint generated always as identity primary key,
  parameter       text not null check (parameter <> ''),
  -- as typed
  value           text not null check (value <> ''),
  area            text not null check (area ~ '^[0-9]{2,12}$'),
  valid_from      date not null,
  valid_to        date check (valid_to >= valid_from),
  document        text not null check (document <> ''),
  article         text not null check (article <> ''),
  note            text not null,
  entered_by      text not null,
  entered_by_name text not null,
  entered_at      timestamptz not null default now()
);

-- put in force or refused, by somebody else than who entered it; the numbers are the order in which values came in force
create table eligibility.parameter_value_decision (
  number          bigint generated always as identity primary key,
  value           bigint not null unique references eligibility.parameter_value,
  in_force        boolean not null,
  reason          text not null,
  decided_by      text not null,
  decided_by_name text not null,
  decided_on      date not null,
  decided_at      timestamptz not null default clock_timestamp()
);
create index parameter_value_decision_in_force on eligibility.parameter_value_decision (number) where in_force;

create function eligibility.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'dated values and decisions on them are never changed or deleted';
end $$;
create trigger never_changed before update or delete or truncate on eligibility.parameter_value
  for each statement execute function eligibility.refuse_change();
create trigger never_changed before update or delete or truncate on eligibility.parameter_value_decision
  for each statement execute function eligibility.refuse_change();

create function eligibility.refuse_own() returns trigger language plpgsql as $$
begin
  if exists (select from eligibility.parameter_value v where v.id = new.value and v.entered_by = new.decided_by) then
    raise exception 'nobody decides on a value that they entered';
  end if;
  return new;
end $$;
create trigger by_somebody_else before insert on eligibility.parameter_value_decision
  for each row execute function eligibility.refuse_own();

-- up to which decision values were in force for a run, so that its results can be made again by the same law
alter table eligibility.screening_run add column values_until bigint not null default 0;
