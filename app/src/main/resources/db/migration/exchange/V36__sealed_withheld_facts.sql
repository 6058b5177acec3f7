-- As registry.fact: V5__sealed_facts.sql.
alter table exchange.withheld_fact
  add column id bigint generated always as identity primary key,
  add column sealed bytea,
  add column unsealed boolean;
