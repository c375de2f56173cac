-- What paper says and the day saw otherwise: the day's proof stands, a person sees the difference.
alter table attendance.conflict
  drop constraint conflict_kind_check,
  add constraint conflict_kind_check
    check (kind in ('two-beginnings', 'two-ends', 'came-back', 'absent-and-came', 'end-before-beginning', 'two-corrections', 'taken-back'));
