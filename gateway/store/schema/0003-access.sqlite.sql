-- The third schema of the store, for SQLite: who keeps what from whom, and what a request was for and on whose behalf.

-- One row for each source that keeps a resource from an organisation, so that giving back takes away its own and no other's.
create table withholding_by (
  organization text not null,
  resource text not null,
  source text not null,
  reason text not null,
  primary key (organization, resource, source)
) strict, without rowid;
insert into withholding_by (organization, resource, source, reason)
  select organization, resource, resource, reason from withholding;
drop table withholding;
alter table withholding_by rename to withholding;
create index withholding_of on withholding (resource);
create index withholding_source on withholding (source);

alter table audit add column purpose text;
alter table audit add column practitioner text;
