-- When a finding of neither side ended a claim: what was found is not undone by proposing the same again.
alter table hours.claim add column found_at timestamptz;
update hours.claim c set found_at = n.found_at
from (select volunteer_id, shift_id, max(entered_at) as found_at from hours.claim where origin = 'contest' group by volunteer_id, shift_id) n
where n.volunteer_id = c.volunteer_id and n.shift_id = c.shift_id and c.state in ('refused', 'reversed') and c.entered_at < n.found_at;
