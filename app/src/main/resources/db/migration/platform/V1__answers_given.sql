-- What was answered to a request that carried an Idempotency-Key. Neither the key nor the answer can be read from here:
-- the first is kept as a digest, the second is encrypted with the key itself.
create table given_answer (
  key_digest   bytea primary key,
  route        text not null,
  body_digest  bytea not null,
  answer       bytea not null,
  given_at     timestamptz not null
);
create index given_answer_age on given_answer (given_at);
