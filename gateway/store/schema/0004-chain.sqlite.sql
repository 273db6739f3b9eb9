-- The fourth schema of the store, for SQLite: the audit as hash chains, one for each process that writes.

-- Rows from before have none of these.
alter table audit add column writer text;
alter table audit add column seq integer;
alter table audit add column hash text;
create unique index audit_chain on audit (writer, seq) where writer is not null;
