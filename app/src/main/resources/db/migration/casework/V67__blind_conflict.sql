-- what stood before need not come from a visit: a visitor may contradict what they were not shown
alter table casework.visit_conflict alter column earlier drop not null;
