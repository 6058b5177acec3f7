-- what was determined, decided and published, signed by this installation; never changed
create table casework.signature (
  -- determination, decision or notice, and its id
  kind        text not null check (kind in ('determination', 'decision', 'notice')),
  record      bigint not null,
  application bigint not null references casework.application,
  key_version int not null,
  bytes       bytea not null,
  primary key (kind, record)
);
create index signature_application on casework.signature (application);
