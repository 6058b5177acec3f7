-- every draw for a district's visit (民发〔2021〕43号 第十六条), so that it can be followed afterwards; never changed
create table casework.spot_check_draw (
  application bigint primary key references casework.application,
  at          timestamptz not null,
  -- tekun files sent so far with this one, and how many of those before were drawn
  sent        bigint not null,
  drawn_so_far bigint not null,
  -- from a secure source, 0 to 9999; below 3000 is drawn
  number      int not null check (number between 0 and 9999),
  -- chance, share (else fewer than 30 %), or earlier (a drawn application of the family was taken back before the visit)
  because     text not null check (because in ('chance', 'share', 'earlier', 'notDrawn'))
);
