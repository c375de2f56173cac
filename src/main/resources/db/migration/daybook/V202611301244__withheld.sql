-- A picture that supervision took out of sight.
alter table daybook.picture add column withheld_at timestamptz;
