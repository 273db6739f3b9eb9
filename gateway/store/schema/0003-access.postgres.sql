-- The third schema of the store, for PostgreSQL: who keeps what from whom, and what a request was for and on whose behalf.

-- One row for each source that keeps a resource from an organisation, so that giving back takes away its own and no other's.
alter table withholding add column source text collate "C";
update withholding set source = resource;
alter table withholding alter column source set not null;
alter table withholding drop constraint withholding_pkey;
alter table withholding add primary key (organization, resource, source);
create index withholding_of on withholding (resource);
create index withholding_source on withholding (source);

alter table audit add column purpose text collate "C";
alter table audit add column practitioner text collate "C";
