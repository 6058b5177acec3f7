-- an authorisation that was registered by mistake: taken back before anybody was looked up, never deleted
alter table casework.authorisation
  add column taken_back_at timestamptz,
  add column taken_back_by text;
