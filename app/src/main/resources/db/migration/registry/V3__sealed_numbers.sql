-- Citizen numbers are sealed: 1 the sealed number, 2 to 4 keyed hashes of the whole, its last six
-- and its last four characters, by which it is found (org.yimen.registry.CitizenNumbers). What was
-- plain waits in unsealed_number until the program has sealed it at its next start.
drop index registry.person_citizen_number;
drop index registry.person_last_digits;
alter table registry.person rename column citizen_number to unsealed_number;
alter table registry.person add column citizen_number bytea[];
create index person_number_keys on registry.person using gin ((citizen_number[2:4]));
