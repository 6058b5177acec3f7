-- by which a family looks at its application without signing in: docs/adr/0008
create table casework.progress_code (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  -- SM3 of code and second secret together: neither is kept, and neither can be tried without the other
  hash        bytea not null unique,
  issued_at   timestamptz not null,
  issued_by   text not null,
  unit        text not null,
  -- another was issued in its place
  died_at     timestamptz
);
create unique index progress_code_living on casework.progress_code (application) where died_at is null;
