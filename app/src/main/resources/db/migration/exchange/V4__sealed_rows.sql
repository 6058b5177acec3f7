-- Contents of rows are sealed (org.yimen.exchange.loading.SealedRows): all cells of a row; of its
-- evidence the number, phone, address and the name of a relative. What was plain waits until the
-- program has sealed it at its next start, which then drops these columns.
alter table exchange.source_row rename column cells to unsealed_cells;
alter table exchange.source_row add column cells bytea;
alter table exchange.evidence rename column number to unsealed_number;
alter table exchange.evidence rename column phone to unsealed_phone;
alter table exchange.evidence rename column address to unsealed_address;
alter table exchange.evidence rename column other_name to unsealed_other_name;
alter table exchange.evidence add column sealed bytea;
-- sealed bytes don't shrink by compressing
alter table exchange.source_row alter column cells set storage external;
alter table exchange.evidence alter column sealed set storage external;
