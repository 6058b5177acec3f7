-- The applicant's phone is sealed, bound to the application's number; a plain one waits until the
-- program's next start.
alter table casework.application rename column phone to unsealed_phone;
alter table casework.application alter column unsealed_phone drop not null;
alter table casework.application alter column unsealed_phone drop default;
update casework.application set unsealed_phone = null where unsealed_phone = '';
alter table casework.application add column phone bytea;
