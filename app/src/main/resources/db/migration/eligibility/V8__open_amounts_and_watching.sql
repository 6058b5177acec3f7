-- households whose pay by either law can't be reckoned: they are in no sum of money
alter table eligibility.what_if_total add column open int not null default 0;
-- whether watched against a return to poverty by either law: met, notMet or unknown; empty: a trial from before this was kept
alter table eligibility.what_if_total
  add column watch_before text not null default '',
  add column watch_after text not null default '';
alter table eligibility.what_if_total drop constraint what_if_total_pkey;
alter table eligibility.what_if_total add primary key (what_if, area, kind, before, after, watch_before, watch_after);

-- where open the pay is only the least that it comes to
alter table eligibility.what_if_household
  add column open_before boolean not null default false,
  add column open_after boolean not null default false,
  add column watch_before text not null default '',
  add column watch_after text not null default '';

-- ids of the parameters without a value that open amounts lack
alter table eligibility.what_if add column missing text[] not null default '{}';
