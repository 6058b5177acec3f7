-- Which versions of the keys sealed what is in this database. The proof tells whether a key file is
-- the right one; no key can be made from it.
create table platform.key_version (
  version     int primary key,
  profile     text not null,
  proof       bytea not null,
  since       timestamptz not null default now(),
  -- everything is sealed by it or a later one; null while the keys are being changed to it
  finished_at timestamptz,
  -- nothing is sealed by it any more and its key was removed from the file
  given_up_at timestamptz
);
