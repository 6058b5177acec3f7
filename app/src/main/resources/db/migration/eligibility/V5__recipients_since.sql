-- since when the household is on its list, so that nobody is paid back months before; null: no source says it
alter table eligibility.what_if_household add column recipient_since date;
