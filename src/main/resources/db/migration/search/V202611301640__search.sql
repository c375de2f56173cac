-- Everything that everybody may see, in one table: for one search over all, for feeds, and for the map of the site. Each row is what its room says
-- (site.FindableThings); it can be made anew from the rooms at any time.
create schema search;

create table search.findable (
  no              bigint generated always as identity primary key,   -- in the order in which they became known: parts of the map of the site
  kind            text not null check (kind ~ '^[a-z]{3,20}$'),
  id              bigint not null,
  path            text not null check (path like '/%'),
  title_ar        text not null check (title_ar <> ''),
  title_fr        text,
  title_en        text,
  about_ar        text check (length(about_ar) <= 300),
  about_fr        text check (length(about_fr) <= 300),
  about_en        text check (length(about_en) <= 300),
  by_ar           text,
  by_fr           text,
  organization_id bigint,
  wilaya_code     char(2),
  commune_code    char(4),
  field_code      text,
  at              timestamptz,                                       -- when it takes place or took place
  since           timestamptz not null,                              -- when everybody could first see it
  changed_at      timestamptz not null,                              -- when something that people read in it last changed
  titled          tsvector not null,                                 -- words of its title
  words           tsvector not null,                                 -- all of them, and '@' with the kind, so that one index finds the words within a kind
  unique (kind, id)
);
create index findable_words on search.findable using gin (words) with (gin_pending_list_limit = 256);
create index findable_since on search.findable (kind, since desc, no desc);
create index findable_wilaya on search.findable (kind, wilaya_code, since desc, no desc) where wilaya_code is not null;
create index findable_field on search.findable (kind, field_code, since desc, no desc) where field_code is not null;
create index findable_organization on search.findable (kind, organization_id, since desc, no desc) where organization_id is not null;

-- Distinct words of titles, bodies and places, for "did you mean"; keys as in opportunities.word.
create table search.word (
  word  text primary key,
  shown text not null,
  keys  text[] not null
);
create index word_keys on search.word using gin (keys);

-- What may have changed, noted within the transaction that changes it, whoever writes it. A row is taken away by whoever then reads the thing as it stands.
create table search.heard (
  no   bigint generated always as identity primary key,
  kind text not null,
  id   bigint not null
);

-- A row of a table in which a thing is one row with its number. Argument: the kind.
create function search.hear() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) values (tg_argv[0], case when tg_op = 'DELETE' then old.id else new.id end);
  return null;
end $$;

create trigger findable_changed after update of title, summary, organization_id, published_at on opportunities.opportunity for each row execute function search.hear('opportunity');
create trigger findable_made after insert or delete on opportunities.campaign for each row execute function search.hear('campaign');
create trigger findable_changed after update of title, aim, starts_on, state, organization_id, published_at on opportunities.campaign
  for each row execute function search.hear('campaign');
create trigger findable_made after insert or delete on ideas.idea for each row execute function search.hear('idea');
create trigger findable_changed after update of title, about, field_code, wilaya_code, commune_code, made_at, withdrawn_at, held_at, removed_at on ideas.idea
  for each row execute function search.hear('idea');
create trigger findable_made after insert or delete on trainings.training for each row execute function search.hear('training');
create trigger findable_changed after update of organization_id, partner_id, name_ar, name_fr, name_en, about_ar, about_fr, about_en, field_code, state, state_since on trainings.training
  for each row execute function search.hear('training');

-- The list of opportunities: rows come and go in crowds; seats that are taken change nothing here.
create function search.hear_listings() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) select 'opportunity', opportunity_id from changed;
  return null;
end $$;
create trigger findable_made after insert on opportunities.listing referencing new table as changed for each statement execute function search.hear_listings();
create trigger findable_gone after delete on opportunities.listing referencing old table as changed for each statement execute function search.hear_listings();

create function search.hear_listing() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) values ('opportunity', new.opportunity_id);
  return null;
end $$;
create trigger findable_changed after update of next_start, about, field_code, wilaya_code, commune_code, organization_id on opportunities.listing for each row
  when ((old.next_start, old.field_code, old.wilaya_code, old.commune_code, old.organization_id) is distinct from
        (new.next_start, new.field_code, new.wilaya_code, new.commune_code, new.organization_id) or old.about <> new.about)
  execute function search.hear_listing();

create function search.hear_operations() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) select 'operation', operation_id from changed;
  return null;
end $$;
create trigger findable_made after insert on archive.listing referencing new table as changed for each statement execute function search.hear_operations();
create trigger findable_gone after delete on archive.listing referencing old table as changed for each statement execute function search.hear_operations();

create function search.hear_session() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) values ('training', case when tg_op = 'DELETE' then old.training_id else new.training_id end);
  return null;
end $$;
create trigger findable_made after insert or delete on trainings.session for each row execute function search.hear_session();
create trigger findable_changed after update of training_id, starts_at, state, wilaya_code, commune_code on trainings.session for each row execute function search.hear_session();

-- An organisation: with its name or its right to publish, what it answers for changes too. Opportunities are put right by their list.
create function search.hear_organization() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) values ('organization', case when tg_op = 'DELETE' then old.id else new.id end);
  if tg_op = 'UPDATE' and (old.name_ar, old.name_fr, old.state) is distinct from (new.name_ar, new.name_fr, new.state) then
    insert into search.heard (kind, id)
    select 'opportunity', opportunity_id from opportunities.listing where organization_id = new.id
    union all select 'campaign', id from opportunities.campaign where organization_id = new.id
    union all select 'training', id from trainings.training where organization_id = new.id
    union all select 'operation', operation_id from archive.listing where organization_id = new.id;
  end if;
  return null;
end $$;
create trigger findable_made after insert or delete on organizations.organization for each row execute function search.hear_organization();
create trigger findable_changed after update of name_ar, name_fr, about, wilaya_code, commune_code, state, verified_at on organizations.organization
  for each row execute function search.hear_organization();

create function search.hear_organization_field() returns trigger language plpgsql as $$
begin
  insert into search.heard (kind, id) values ('organization', case when tg_op = 'DELETE' then old.organization_id else new.organization_id end);
  return null;
end $$;
create trigger findable_changed after insert or delete on organizations.organization_field for each row execute function search.hear_organization_field();

-- What is there already.
insert into search.heard (kind, id)
select 'opportunity', opportunity_id from opportunities.listing
union all select 'campaign', id from opportunities.campaign
union all select 'organization', id from organizations.organization
union all select 'operation', operation_id from archive.listing
union all select 'idea', id from ideas.idea
union all select 'training', id from trainings.training;
