-- Passkeys (WebAuthn) that users add as a second factor of theirs, in place of the code on the phone.
-- The public key opens nothing; it stands in the form in which the authenticator gave it.
create table passkey (
  id           bytea primary key,
  account      text not null references account on delete cascade,
  public_key   bytea not null,
  uses         bigint not null,
  title        text not null,
  made_at      timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on passkey (account);
