-- What opens the unsent visits on a phone after its user has signed in again; worth nothing without that phone.
create table phone_key (
  phone    uuid primary key,
  username text not null references account on delete cascade,
  key      bytea not null,
  made_at  timestamptz not null
);
comment on column phone_key.key is 'sealed';
