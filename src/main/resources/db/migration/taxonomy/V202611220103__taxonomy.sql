-- Fields and activities of volunteering, with the classifications that they map to. The rows come with V202611220104.
create schema taxonomy;

create table taxonomy.field (
  code             text primary key check (code ~ '^[A-Z]{3}$'),
  name_ar          text not null,
  name_fr          text not null,
  name_en          text not null,
  icnpo_1996       text not null,
  icnp_tso_2018    text not null,
  icnp_tso_section text not null,
  sdg              text,
  sort             smallint not null unique
);

create table taxonomy.activity (
  code          text primary key,
  field_code    text not null references taxonomy.field,
  name_ar       text not null,
  name_fr       text not null,
  name_en       text not null,
  isco_08       char(4) not null,
  isco_08_title text not null,
  icnp_tso_2018 text not null,
  note          text,
  unique (code, field_code)
);
