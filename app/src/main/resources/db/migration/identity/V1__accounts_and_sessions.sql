create table account (
  username      text primary key check (username = lower(username)),
  display_name  text not null,
  password_hash text not null,
  role          text not null,
  unit          text not null,
  -- the codes of all areas in scope begin with this; empty means all
  area_code     text not null,
  area_name     text not null,
  created_at    timestamptz not null default now()
);

create table session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index session_expiry_time on session (expiry_time);
create index session_principal_name on session (principal_name);

create table session_attributes (
  session_primary_id char(36) not null references session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
