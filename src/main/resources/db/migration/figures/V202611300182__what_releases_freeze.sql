-- What an hour is worth and how many people there are, as rooms above keep it with what they publish.
create view figures.minimum_wage_known as select valid_from, dzd_hour, text from figures.minimum_wage;
create view figures.wage_known as select isco_08, year, dzd_hour, source from figures.wage;
create view figures.population_known as select year, wilaya_code::text as wilaya_code, sex::text as sex, persons, source from figures.population;
create view figures.gdp_known as select year, dzd_million, source from figures.gdp;
