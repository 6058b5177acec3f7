-- the state of the register that a trial was worked out on; null: before this was kept, so it counts as another
alter table eligibility.what_if add column register_at timestamptz;
-- the trial whose effects were seen by whoever put the value in force; null where refused, or decided before this was kept
alter table eligibility.parameter_value_decision add column seen bigint references eligibility.what_if;
