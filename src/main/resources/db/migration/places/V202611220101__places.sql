-- Wilayas, dairas and communes by official code. The rows come with V202611220102 and V202611220106.
create schema places;

create table places.wilaya (
  code        char(2) primary key check (code ~ '^[0-9]{2}$'),
  name_ar     text not null,
  name_fr     text not null,
  name_en     text not null,
  name_ber    text,
  created     smallint not null,
  legal_basis text not null,
  mother_code char(2) references places.wilaya,
  code_58     char(2) not null,
  code_48     char(2) not null,
  phone_area  text,
  lat         double precision not null,
  lon         double precision not null
);

create table places.daira (
  id          integer primary key,
  wilaya_code char(2) not null references places.wilaya,
  name_ar     text,
  name_fr     text not null
);

create table places.commune (
  code        char(4) primary key check (code ~ '^[0-9]{4}$'),
  wilaya_code char(2) not null references places.wilaya,
  code_58     char(2) not null,
  code_48     char(2) not null,
  daira_id    integer references places.daira,
  name_ar     text not null,
  name_fr     text not null,
  postal_code text,
  lat         double precision not null,
  lon         double precision not null,
  position    text not null check (position in ('ok', 'near', 'suspect')),
  unique (code, wilaya_code)
);
create index on places.commune (wilaya_code, code);

-- Every spelling by which a place may be found, folded as language.Folding folds.
create table places.spelling (
  folded       text not null,
  wilaya_code  char(2) not null references places.wilaya,
  commune_code char(4) references places.commune,
  unique nulls not distinct (folded, wilaya_code, commune_code)
);
