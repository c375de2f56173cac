-- Whether a shift's day is open, and stays so for the rest of the transaction. A statement sees what was committed when it began; one that waits
-- for a closing would not see it. A function that is volatile looks anew with each of its own statements, thus after having waited. The lock is the one
-- that the foreign key of the new row takes anyway.
create function attendance.held_open(the_shift bigint) returns boolean language plpgsql volatile parallel unsafe as $$
begin
  perform from opportunities.shift s where s.id = the_shift for key share;
  return not exists (select from attendance.closure c where c.shift_id = the_shift);
end
$$;
