-- papers that a bulk job has printed, joined into files; the bytes lie sealed in the folder printed
create table casework.bulk_file (
  job        bigint not null references casework.bulk_job,
  -- 1, 2, … in the order of printing
  number     int not null,
  papers     int not null check (papers > 0),
  -- receipt numbers of the first and the last paper
  first      text not null,
  last       text not null,
  size       bigint not null,
  -- null: expired, the file is gone
  stored_as  text,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  primary key (job, number)
);
create index bulk_file_expires on casework.bulk_file (expires_at) where stored_as is not null;

-- what a job does, in words; what it does it with stands in parameters, separated by commas
alter table casework.bulk_job add column title text not null default '';
update casework.bulk_job set title = '批量确认' where kind = 'confirm';
