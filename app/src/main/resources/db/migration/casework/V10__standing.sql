-- what is dealt with: a family's application, or a re-check of a family that is recognised
alter table casework.application
  add column kind text not null default 'application' check (kind in ('application', 'recheck')),
  add column standing bigint;
drop index casework.application_one_open;
create unique index application_one_open on casework.application (household)
  where household is not null and kind = 'application'
    and state not in ('confirmed', 'refused', 'withdrawn', 'ended');
-- a family is re-checked once at a time
create unique index recheck_one_open on casework.application (standing)
  where kind = 'recheck' and state not in ('done', 'withdrawn');
create index application_standing on casework.application (standing) where standing is not null;

-- a family that was recognised, as it stands now; how it came there stands in recognition and entitlement
create table casework.standing (
  id            bigint generated always as identity primary key,
  -- that brought it in
  application   bigint not null unique references casework.application,
  area          text not null,
  household     bigint,
  applicant     text not null,
  category      text not null,
  persons       int not null,
  monthly_fen   bigint not null,
  since         date not null,
  -- last day; null where it holds until a re-check ends it
  valid_until   date,
  -- the next re-check: the limit that holds, from which day, until which
  recheck_limit text,
  recheck_name  text not null default '',
  recheck_basis text not null default '',
  recheck_from  date,
  recheck_due   date,
  -- last day of a grace period that runs (民发〔2021〕57号 第三十三条)
  grace_until   date,
  -- first day on which it no longer holds
  ended_on      date,
  ended_because text
);
create index standing_area on casework.standing (area text_pattern_ops, id);
create index standing_due on casework.standing (recheck_due) where ended_on is null;
alter table casework.application add foreign key (standing) references casework.standing;

alter table casework.recognition
  add column standing bigint references casework.standing,
  add column ended_by bigint references casework.decision;

-- who gets how much a month, from which month until which (the last one is not included), by which decision
create table casework.entitlement (
  id          bigint generated always as identity primary key,
  standing    bigint not null references casework.standing,
  decision    bigint not null references casework.decision,
  -- as in recognition; empty: the household's own
  person      text not null default '',
  item        text not null check (item in ('allowance', 'supplement', 'tekunBasic', 'care')),
  monthly_fen bigint not null check (monthly_fen > 0),
  from_month  date not null check (extract(day from from_month) = 1),
  to_month    date check (extract(day from to_month) = 1 and to_month >= from_month),
  -- null also where it ended by itself
  closed_by   bigint references casework.decision,
  exclude using gist (standing with =, person with =, item with =, daterange(from_month, to_month) with &&)
);
create index entitlement_standing on casework.entitlement (standing);
create index entitlement_month on casework.entitlement (from_month, to_month);

-- a re-check: why it was begun, and what comes of it
create table casework.recheck (
  application   bigint primary key references casework.application,
  standing      bigint not null references casework.standing,
  cause         text not null,
  because       text not null,
  -- whom it is about, as in recognition; empty: the whole family
  person        text not null default '',
  -- the day of the death, of the change, of the first day at work
  happened_on   date,
  -- days on which suitable work was refused without good reason
  refusals      date[] not null default '{}',
  determination bigint references casework.determination,
  before_category text,
  before_fen    bigint,
  outcome       text,
  category      text,
  persons       int,
  monthly_fen   bigint,
  grace_until   date,
  reason        text not null default '',
  -- the end of somebody's support hangs in the village first
  needs_notice  boolean not null default false,
  -- the last month that was paid when a death became known
  last_paid     date,
  -- first month in which it holds
  effective_from date
);
create index recheck_standing on casework.recheck (standing);

-- a re-check that is put off in an emergency (民发〔2021〕57号 第三十一条)
create table casework.recheck_delay (
  id       bigint generated always as identity primary key,
  standing bigint not null references casework.standing,
  due      date not null,
  until    date not null check (until > due),
  because  text not null,
  at       timestamptz not null,
  who      text not null
);

-- months that were paid although nothing was due any more, told to the district
create table casework.overpayment (
  id          bigint generated always as identity primary key,
  standing    bigint not null references casework.standing,
  decision    bigint not null references casework.decision,
  person      text not null default '',
  first_month date not null,
  last_month  date not null check (last_month >= first_month),
  monthly_fen bigint not null check (monthly_fen > 0),
  months      int not null check (months > 0)
);

alter table casework.decision add column outcome text not null default 'granted';
update casework.decision set outcome = 'refused' where not confirmed;
alter table casework.decision alter column determination drop not null;
-- what the law decides by itself needs no determination: a death, a family that leaves, a person's own share
alter table casework.decision add check (determination is not null or outcome in ('reduced', 'stopped', 'reversed'));
drop index casework.decision_application;
create unique index decision_application on casework.decision (application) where outcome <> 'reversed';

-- that support is going to end hangs too (民发〔2021〕43号 第二十五条至第二十七条)
alter table casework.public_notice alter column determination drop not null;
alter table casework.public_notice drop constraint public_notice_kind_check;
alter table casework.public_notice add check (kind in ('proposed', 'confirmed', 'ending')),
  add check (determination is not null or kind <> 'proposed');

-- families that were recognised before there was a standing
insert into casework.standing (application, area, household, applicant, category, persons, monthly_fen, since,
  valid_until, recheck_limit, recheck_name, recheck_basis, recheck_from, recheck_due)
select a.id, a.area, a.household, a.applicant, d.category, d.persons, d.monthly_fen, d.paid_from, d.valid_until,
  l.id, coalesce(l.name, ''), coalesce(l.basis, ''), case when l.id is not null then d.decided_at::date end,
  case when l.id is not null then (d.decided_at + interval '12 months')::date end
from casework.decision d join casework.application a on a.id = d.application
left join (values
  ('tekun', 'deadline.tekunRecheck', '特困人员定期复核时限', '中办国办《关于改革完善社会救助制度的意见》 七'),
  ('dibao', 'deadline.recheck', '定期复核时限', '民发〔2021〕57号 第三十一条'),
  ('dibaoMargin', 'deadline.recheck', '定期复核时限', '民发〔2021〕57号 第三十一条'),
  ('otherDifficulty', 'deadline.recheck', '定期复核时限', '民发〔2021〕57号 第三十一条')
) as l (category, id, name, basis) on l.category = d.category
where d.confirmed and d.paid_from is not null;
update casework.recognition r set standing = s.id from casework.standing s where s.application = r.application;
alter table casework.recognition alter column standing set not null;
create index recognition_standing on casework.recognition (standing);
insert into casework.entitlement (standing, decision, item, monthly_fen, from_month)
select s.id, d.id, 'allowance', d.monthly_fen, d.paid_from
from casework.standing s join casework.decision d on d.application = s.application
where d.monthly_fen > 0;
