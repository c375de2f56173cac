-- The question of figures about the sample ("what did people say when their hours were asked back?"): it names the columns, this room above it gives the rows.
create view figures.asked_back as select claim_id, volunteer_id, asked_at, answer from integrity.sample;
