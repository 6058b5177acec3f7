-- who sent it may load only files of this unit's own bureau; empty: of any
alter table exchange.delivery add only_unit text not null default '';

-- taken back by somebody: its rows stay listed, what it brought into the register is gone
alter table exchange.delivery
  add withdrawn_by text,
  add withdrawn_at timestamptz,
  add withdrawn_because text,
  drop constraint delivery_state_check,
  add constraint delivery_state_check
    check (state in ('received', 'reading', 'linking', 'done', 'failed', 'withdrawn'));

-- the same bytes are one delivery, unless the earlier one was withdrawn or must not be told of
alter table exchange.delivery drop constraint delivery_sha256_key;
create unique index delivery_sha256 on exchange.delivery (sha256, only_unit) where state <> 'withdrawn';

alter table exchange.source_row
  drop constraint source_row_link_check,
  add constraint source_row_link_check
    check (link in ('link', 'review', 'new', 'refused', 'skipped', 'withdrawn'));
