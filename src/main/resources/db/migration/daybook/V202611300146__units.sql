-- In what goods and achievements are counted. The first ones have their words in the messages; administrators add others, with words in three languages.
create table daybook.unit (
  code        text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  achievement boolean not null,                            -- tells what a day achieved and is summed for everybody; else it counts goods
  sort        smallint not null,
  words       jsonb,                                       -- by language: label, and how a number of them is said (one, two, few, many, other)
  added_by    bigint references accounts.account,
  added_at    timestamptz not null default now(),
  retired_at  timestamptz,                                 -- not chosen any more; what was counted in it stays
  check (words is null or (words ? 'ar' and words ? 'fr' and words ? 'en'))
);
insert into daybook.unit (code, achievement, sort) values
  ('trees', true, 1), ('waste-bags', true, 2), ('waste-kilograms', true, 3), ('meals', true, 4), ('parcels', true, 5), ('blood-bags', true, 6), ('clothes', true, 7),
  ('books', true, 8), ('lessons', true, 9), ('visits', true, 10), ('people', true, 11), ('square-metres', true, 12),
  ('pieces', false, 13), ('boxes', false, 14), ('kilograms', false, 15), ('litres', false, 16);
alter table daybook.goods add foreign key (unit) references daybook.unit;
