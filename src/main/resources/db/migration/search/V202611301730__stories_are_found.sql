-- Stories that are public already are found too.
insert into search.heard (kind, id) select 'story', id from stories.story where live is not null;
