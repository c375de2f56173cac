-- The minimum wage changes on the first of a month, so that hours of one month have one lower bound.
alter table figures.minimum_wage add constraint begins_with_a_month check (extract(day from valid_from) = 1);

-- The gross domestic product of a year, in millions of dinars at current prices, as administrators load it.
create table figures.gdp (
  year        smallint primary key check (year between 2000 and 2100),
  dzd_million numeric(16, 2) not null check (dzd_million > 0),
  source      text not null check (length(source) between 3 and 300)
);
