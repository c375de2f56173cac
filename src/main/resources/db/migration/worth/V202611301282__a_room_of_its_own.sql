-- What hours are worth moves out of the room that counts them.
create schema worth;
alter table figures.minimum_wage set schema worth;
alter table figures.wage set schema worth;
alter table figures.population set schema worth;
alter table figures.gdp set schema worth;
alter table figures.load set schema worth;
alter view figures.minimum_wage_known set schema worth;
alter view figures.wage_known set schema worth;
alter view figures.population_known set schema worth;
alter view figures.gdp_known set schema worth;
