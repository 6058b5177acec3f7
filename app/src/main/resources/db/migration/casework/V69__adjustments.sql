-- the law by which a new standard was carried out: the last decision on a value that was in force then
alter table casework.recheck add column law_number bigint;
-- a new standard raises what families get without determining them again: the facts stay, the values change
-- (社会救助暂行办法 第十条); the name is the one that the database gave the check of V10
alter table casework.decision drop constraint decision_check,
  add constraint decision_check
    check (determination is not null or outcome in ('reduced', 'stopped', 'reversed', 'adjusted'));
