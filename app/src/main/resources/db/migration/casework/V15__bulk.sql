-- one deed for many applications, begun by one person
create table casework.bulk_job (
  id          bigint generated always as identity primary key,
  kind        text not null,
  who         text not null,
  -- held when it was begun; who holds it no longer does nothing more
  position    text not null,
  -- what the areas in reach began with
  area        text not null,
  parameters  text not null default '',
  begun_at    timestamptz not null,
  stopped_at  timestamptz,
  finished_at timestamptz
);
create index bulk_job_unfinished on casework.bulk_job (id) where finished_at is null;
create index bulk_job_who on casework.bulk_job (who, id);

create table casework.bulk_row (
  job         bigint not null references casework.bulk_job,
  application bigint not null references casework.application,
  outcome     text not null default 'open' check (outcome in ('open', 'done', 'refused')),
  why         text not null default '',
  at          timestamptz,
  primary key (job, application)
);
create index bulk_row_open on casework.bulk_row (job, application) where outcome = 'open';
create index bulk_row_application on casework.bulk_row (application);
