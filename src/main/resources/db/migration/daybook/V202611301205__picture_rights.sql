-- Minors who can be recognised in a picture of the day: it is public only while a guardian of each agrees to pictures.
create table daybook.picture_minor (
  file_id      uuid not null references daybook.picture (file_id),
  volunteer_id bigint not null references volunteers.volunteer,
  named_by     bigint not null references accounts.account,
  primary key (file_id, volunteer_id)
);
create index on daybook.picture_minor (volunteer_id);

-- Whether everybody who was named in a picture may be shown, as consent stands now.
create function daybook.may_be_shown(the_file uuid) returns boolean language sql stable as $$
  select not exists (
    select from daybook.picture_minor m
    join daybook.picture p on p.file_id = m.file_id
    join opportunities.shift s on s.id = p.shift_id
    join opportunities.opportunity o on o.id = s.opportunity_id
    where m.file_id = the_file and volunteers.agreed(m.volunteer_id, 'pictures', array[o.organization_id]) = 0)
$$;

create function daybook.picture_rights() returns trigger language plpgsql as $$
begin
  if exists (select from daybook.picture p where p.file_id = new.file_id and p.public) and not daybook.may_be_shown(new.file_id) then
    raise exception 'picture % shows a minor without consent to pictures', new.file_id using errcode = 'check_violation', constraint = 'picture_rights';
  end if;
  return null;
end $$;
create trigger picture_rights after update of public on daybook.picture for each row when (new.public) execute function daybook.picture_rights();
create trigger picture_rights after insert on daybook.picture_minor for each row execute function daybook.picture_rights();
