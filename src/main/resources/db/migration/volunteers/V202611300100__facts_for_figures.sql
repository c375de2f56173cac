-- What figures are divided by, as people say it of themselves, or not. Nobody needs to; who leaves takes it along.
alter table volunteers.volunteer
  add column sex       char(1) check (sex in ('F', 'M')),
  add column education text check (education in ('none', 'primary', 'middle', 'secondary', 'vocational', 'higher'));

-- A person as figures see one: no name, no contact.
create view volunteers.statistical as
  select account_id as id, birth_year, sex::text as sex, audience, education, wilaya_code, commune_code, joined_at from volunteers.volunteer;
