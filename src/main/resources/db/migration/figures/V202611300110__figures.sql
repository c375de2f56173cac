-- What figures need beside the ledger: what an hour is worth, and how many people there are.
create schema figures;

-- The national guaranteed minimum wage (SNMG), by the days on which it is in force. Sources: decrees as named; hours are 40 a week, 173.33 a month.
create table figures.minimum_wage (
  valid_from date primary key,
  dzd_hour   numeric(10, 2) not null check (dzd_hour > 0),
  text       text not null
);
insert into figures.minimum_wage values
  ('2020-06-01', 115.39, 'Décret présidentiel 21-137'),
  ('2026-01-01', 138.46, 'Décret présidentiel 26-01, JO 01/2026');

-- Wages by group of ISCO-08, as administrators load them; the longest known beginning of an activity's group holds.
create table figures.wage (
  isco_08  text not null check (isco_08 ~ '^[0-9]{1,4}$'),
  year     smallint not null check (year between 2000 and 2100),
  dzd_hour numeric(10, 2) not null check (dzd_hour > 0),
  source   text not null check (length(source) between 3 and 300),
  primary key (isco_08, year)
);

-- People of fifteen and over, as administrators load them from the statistics office; a wilaya of null is the nation.
create table figures.population (
  year        smallint not null check (year between 2000 and 2100),
  wilaya_code char(2) references places.wilaya,
  sex         char(1) check (sex in ('F', 'M')),
  persons     bigint not null check (persons >= 0),
  source      text not null check (length(source) between 3 and 300),
  unique nulls not distinct (year, wilaya_code, sex)
);
