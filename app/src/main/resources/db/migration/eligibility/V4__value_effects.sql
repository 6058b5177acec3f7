-- a trial of exactly one entered value: whom it touches; kept with the value, not among the trials
alter table eligibility.what_if add column parameter_value bigint references eligibility.parameter_value;
create index what_if_parameter_value on eligibility.what_if (parameter_value, id) where parameter_value is not null;
-- whether the household stands on a list of 低保 or 特困, so that a rise is paid back to it
alter table eligibility.what_if_household add column recipient boolean not null default false;
