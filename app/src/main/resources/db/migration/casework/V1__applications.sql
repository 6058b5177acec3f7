create schema if not exists casework;
create extension if not exists btree_gist with schema public;

-- an application from its receipt to its end; what happened to it stands in casework.step
create table casework.application (
  id             bigint generated always as identity primary key,
  -- on the receipt: the township's code, the year, a running number
  number         text not null unique,
  area           text not null,
  -- in the register; null for a family that no register knows yet
  household      bigint,
  applicant      text not null,
  -- sealed, as everything of type bytea here: org.yimen.casework.CaseSecrets
  phone          bytea,
  handed_in      text not null check (handed_in in ('applicant', 'delegate', 'village', 'warning')),
  delegate       text not null default '',
  applied_for    text not null,
  -- what the family asks for, in its own words
  request        text not null default '',
  -- a near relative of staff or of a member of the village committee (民发〔2021〕57号 第十一条)
  relative_of    text not null default '',
  -- the family lets a refused application go on to the next category without new papers
  consent        boolean not null,
  state          text not null,
  -- circumstances that lengthen limits: objection, hukouSplit, otherPlace, hardInvestigation
  circumstances  text[] not null default '{}',
  accepted_on    date,
  category       text,
  -- drawn for a visit of the district (43号 第十六条)
  spot_check     boolean not null default false,
  -- counts changes, so that two people don't overwrite each other
  version        int not null default 0,
  registered_at  timestamptz not null,
  registered_by  text not null
);
create index application_area on casework.application (area text_pattern_ops, id);
create index application_open on casework.application (state, area text_pattern_ops);
create index application_household on casework.application (household) where household is not null;
-- a family has one open application at a time
create unique index application_one_open on casework.application (household)
  where household is not null and state not in ('confirmed', 'refused', 'withdrawn', 'ended');

create table casework.receipt_number (
  town text not null,
  year int not null,
  last int not null,
  primary key (town, year)
);

-- what happened, in order; never changed
create table casework.step (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  step        text not null,
  from_state  text,
  to_state    text not null,
  at          timestamptz not null,
  who         text not null,
  unit        text not null,
  note        text not null default ''
);
create index step_application on casework.step (application, id);

-- a statutory limit that runs or ran for an application
create table casework.clock (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  -- the limit asked for; the one that holds may be a variant of it
  asked       text not null,
  held        text not null,
  name        text not null,
  basis       text not null,
  since       date not null,
  due         date,
  provisional boolean not null,
  stopped_on  date
);
create unique index clock_runs on casework.clock (application, asked) where stopped_on is null;
create index clock_due on casework.clock (due) where stopped_on is null;

-- a family's authorisation to check (57号 第九条, 第十七条)
create table casework.authorisation (
  application bigint not null references casework.application,
  name        text not null,
  kind        text not null check (kind in ('member', 'obligor')),
  signed_on   date not null,
  primary key (application, kind, name)
);

-- the economic check by the county's information system (57号 第十七条)
create table casework.economic_check (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  asked_at    timestamptz not null,
  asked_by    text not null,
  started_at  timestamptz,
  answered_at timestamptz,
  answered_by text,
  passes      boolean,
  findings    bytea,
  -- told to the family, and what it said to it (57号 第十八条)
  told_on     date,
  contested   boolean not null default false
);
create index economic_check_application on casework.economic_check (application);

-- a visit in the house; sent twice from a phone it is one (id made there)
create table casework.visit (
  id            uuid primary key,
  application   bigint not null references casework.application,
  kind          text not null check (kind in ('township', 'district', 'telephone')),
  visited_at    timestamptz not null,
  place         text not null default '',
  investigators text[] not null check (cardinality(investigators) >= 2),
  signed_by     text not null,
  form_version  int not null,
  answers       bytea not null,
  note          text not null default '',
  recorded_at   timestamptz not null,
  recorded_by   text not null
);
create index visit_application on casework.visit (application, recorded_at);

-- what the law gives of a visit's answers; repeatable from the case and the law's hash
create table casework.determination (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  visit       uuid not null references casework.visit,
  economic_check bigint not null references casework.economic_check,
  made_at     timestamptz not null,
  made_by     text not null,
  law_number  bigint not null,
  law_hash    bigint not null,
  asked       bytea not null,
  result      bytea not null,
  category    text not null,
  persons     int not null,
  monthly_fen bigint not null
);
create index determination_application on casework.determination (application, id);

-- what hangs in the village, exactly the fields that may be seen there
create table casework.public_notice (
  id            bigint generated always as identity primary key,
  application   bigint not null references casework.application,
  determination bigint not null references casework.determination,
  kind          text not null check (kind in ('proposed', 'confirmed')),
  area          text not null,
  shown_name    text not null,
  persons       int not null,
  category      text not null,
  monthly_fen   bigint not null,
  since         date not null,
  until         date not null,
  taken_down_at timestamptz
);
create index public_notice_area on casework.public_notice (area text_pattern_ops, until);
create index public_notice_application on casework.public_notice (application);

create table casework.objection (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  notice      bigint not null references casework.public_notice,
  raised_on   date not null,
  -- empty where the person doesn't want to be named
  raised_by   text not null default '',
  text        text not null,
  -- the villagers' assembly on it (57号 第十九条): how many for, how many against
  assembly_on date,
  for_count   int,
  against_count int,
  settled_on  date,
  upheld      boolean,
  answer      text not null default ''
);
create index objection_application on casework.objection (application);

create table casework.decision (
  id            bigint generated always as identity primary key,
  application   bigint not null references casework.application,
  determination bigint not null references casework.determination,
  confirmed     boolean not null,
  category      text not null,
  persons       int not null,
  monthly_fen   bigint not null,
  -- first day of the first month of payment (57号 第二十一条)
  paid_from     date,
  valid_until   date,
  reason        text not null,
  basis         text not null,
  decided_at    timestamptz not null,
  decided_by    text not null,
  delegated     boolean not null,
  served_on     date
);
create unique index decision_application on casework.decision (application);

-- who is in which category from when to when (the last day is not included)
create table casework.recognition (
  id          bigint generated always as identity primary key,
  decision    bigint not null references casework.decision,
  application bigint not null references casework.application,
  area        text not null,
  household   bigint,
  -- the person in the register, or else a mark made of the application and the member
  person      text not null,
  name        text not null,
  category    text not null,
  valid_from  date not null,
  valid_to    date,
  ended_because text,
  exclude using gist (person with =, daterange(valid_from, valid_to) with &&)
);
create index recognition_application on casework.recognition (application);
