-- Each run replaces all rows and tells the planner of them at once: some thousand rows as a sample are enough
-- for columns of few values, and take a tenth of the time.
alter table eligibility.screening_result
  alter column run set statistics 20,
  alter column household set statistics 20,
  alter column group_code set statistics 20,
  alter column suggested_category set statistics 20,
  alter column watch_kind set statistics 20,
  alter column worth set statistics 20;
