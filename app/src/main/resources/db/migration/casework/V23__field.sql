-- A visit by phone: what the phone was given, what it sends along, and where two visits say different things.

-- a family taken along; what it was given is the basis on which its answers are merged
create table casework.download (
  id          uuid primary key,
  application bigint not null references casework.application,
  purpose     text not null check (purpose <> ''),
  taken_at    timestamptz not null,
  taken_by    text not null,
  keep_until  date not null,
  answers     bytea not null
);
create index download_application on casework.download (application);

-- a photo or signature; its bytes lie sealed in the folder attachments
create table casework.attachment (
  application bigint not null references casework.application,
  -- made on the phone: sent again it is one
  id          uuid not null,
  media_type  text not null,
  size        int not null,
  sha256      bytea not null,
  stored_as   text not null,
  received_at timestamptz not null,
  received_by text not null,
  primary key (application, id)
);

alter table casework.visit
  -- the order in which visits came in
  add column number bigint generated always as identity,
  add column download uuid references casework.download,
  -- from when its answers stand: a merged visit stands after what it was merged with
  add column stands_at timestamptz,
  -- the answers that stand after it, where they differ from those sent
  add column agreed bytea,
  -- place, signatures and photos
  add column particulars bytea,
  add column merged boolean not null default false,
  -- came in after the investigation: kept, and decides nothing
  add column late boolean not null default false;

-- Two visits say different things of one matter. Place, title and both answers are sealed in said.
create table casework.visit_conflict (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  visit       uuid not null references casework.visit,
  earlier     uuid not null references casework.visit,
  said        bytea not null,
  to_settle   text not null,
  settled_at  timestamptz,
  settled_by  text,
  taken       text check (taken in ('ours', 'theirs', 'other')),
  because     text not null default '',
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (taken is null))
);
create index visit_conflict_application on casework.visit_conflict (application);
