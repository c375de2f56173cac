-- Checkpoints are counted as they are signed, so that nobody counts them again to show ten of them: with one a minute there are half a million a year.
alter table checkpoints.checkpoint add column nth bigint check (nth > 0);
alter table checkpoints.checkpoint disable trigger checkpoints_only_grow;
update checkpoints.checkpoint c set nth = o.nth from (select size, row_number() over (order by size) as nth from checkpoints.checkpoint) o where o.size = c.size;
alter table checkpoints.checkpoint enable trigger checkpoints_only_grow;
alter table checkpoints.checkpoint alter column nth set not null, add constraint checkpoint_nth unique (nth);

-- Whoever signs holds the tree, so there is one at a time.
create function checkpoints.count_checkpoint() returns trigger language plpgsql as $$
begin
  new.nth = coalesce((select max(nth) from checkpoints.checkpoint), 0) + 1;
  return new;
end $$;
create trigger checkpoint_counted before insert on checkpoints.checkpoint
  for each row when (new.nth is null) execute function checkpoints.count_checkpoint();
