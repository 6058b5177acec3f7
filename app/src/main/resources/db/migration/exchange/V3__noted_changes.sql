-- false: loaded before changes were noted (registry.change), so that nothing tells what it overruled
alter table exchange.delivery add changes_noted boolean not null default true;
update exchange.delivery set changes_noted = false where state = 'done';
