-- The fourth schema of the store, for PostgreSQL: the audit as hash chains, one for each process that writes.

-- Rows from before have none of these.
alter table audit add column writer text collate "C";
alter table audit add column seq bigint;
alter table audit add column hash text collate "C";
create unique index audit_chain on audit (writer, seq) where writer is not null;
