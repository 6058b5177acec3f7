-- who is to visit a family: two people (民发〔2021〕57号 第十六条). Rows are ended, never deleted
create table casework.assignment (
  id          bigint generated always as identity primary key,
  application bigint not null references casework.application,
  investigator text not null,
  assigned_at timestamptz not null,
  assigned_by text not null,
  ended_at    timestamptz
);
create unique index assignment_holds on casework.assignment (application, investigator) where ended_at is null;
create index assignment_investigator on casework.assignment (investigator, application) where ended_at is null;
