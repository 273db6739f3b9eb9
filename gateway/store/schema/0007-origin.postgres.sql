-- The seventh schema of the store, for PostgreSQL: who changed a resource that another wrote first is not its reader for that.

delete from reader where why = 'author' and not exists (
  select 1 from version v where v.rid = reader.rid and v.version = 1 and v.author = reader.organization);
