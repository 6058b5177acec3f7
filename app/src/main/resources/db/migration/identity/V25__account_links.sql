-- Whom of the organisation's issuer (OpenID Connect) an account belongs to. An administrator links
-- them; nobody gets an account by signing in.
create table account_link (
  issuer    text not null,
  subject   text not null,
  account   text not null unique references account on delete cascade,
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
