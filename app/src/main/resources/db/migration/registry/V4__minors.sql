-- Somebody asks to see the sensitive details of a household's minors; another decides
-- (未成年人网络保护条例 第三十六条).
create table registry.minor_request (
  id            bigint generated always as identity primary key,
  household     bigint not null,
  -- null: all minors of the household
  person        bigint,
  purpose       text not null check (purpose <> ''),
  asked_by      text not null,
  asked_by_name text not null,
  unit          text not null,
  asked_at      timestamptz not null,
  decided_by      text check (decided_by <> asked_by),
  decided_by_name text,
  decided_at    timestamptz,
  approved      boolean,
  note          text,
  -- the last day on which the details are shown
  valid_until   date,
  check ((approved is null) = (decided_by is null)),
  check (not coalesce(approved, false) or valid_until is not null)
);
create index minor_request_household on registry.minor_request (household, asked_by);
create index minor_request_asked_at on registry.minor_request (asked_at);
