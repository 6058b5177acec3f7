-- Code and detail of facts that field scope holds back (illness, disability, petitions) are sealed
-- (org.yimen.registry.SealedFacts). What is plain yet, the program seals at its next start; then the
-- column unsealed, which holds nothing and only says that this is to be done, is dropped.
alter table registry.fact add column sealed bytea, add column unsealed boolean;
