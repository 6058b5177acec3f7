-- Families that a roll shows as recognised are taken over as they are, not determined again: they were decided
-- before, elsewhere, so nothing here decided on them. What is theirs has no decision until the first re-check.
alter table casework.application drop constraint application_kind_check,
  add check (kind in ('application', 'recheck', 'takenOver'));
create unique index taken_over_once on casework.application (household) where kind = 'takenOver';
alter table casework.recognition alter column decision drop not null;
alter table casework.entitlement alter column decision drop not null;
