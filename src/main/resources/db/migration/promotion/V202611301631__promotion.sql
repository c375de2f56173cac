-- How often short links were opened, in sum: by whom and when is not kept.
create schema promotion;

create table promotion.opening (
  kind   text not null check (kind in ('opportunities', 'campaigns', 'badges', 'archive', 'stories')),
  number bigint not null check (number > 0),
  times  bigint not null check (times > 0),
  primary key (kind, number)
);
