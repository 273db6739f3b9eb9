-- The fifth schema of the store, for PostgreSQL: where the purpose and the person of an access were stated.

-- Rows from before have none: it was the request, or nobody.
alter table audit add column stated text collate "C";
