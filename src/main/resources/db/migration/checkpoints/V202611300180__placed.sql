-- Which place an entry of the ledger has: what rooms above read to count the ledger as it was at a checkpoint.
create view checkpoints.placed as select entry_id, position from checkpoints.leaf;
-- Signed states, for what is signed beside them.
create view checkpoints.signed as select size, root from checkpoints.checkpoint;
