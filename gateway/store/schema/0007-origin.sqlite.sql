-- The seventh schema of the store, for SQLite: what is only for who wrote a resource first.

-- Who changed what another wrote first is not its reader for that.
delete from reader where why = 'author' and not exists (
  select 1 from version v where v.rid = reader.rid and v.version = 1 and v.author = reader.organization);

-- Versions that were drafts: once there are later ones, others than who wrote the first are not shown them.
create table draft (
  rid integer not null,
  version integer not null,
  primary key (rid, version)
) strict, without rowid;
-- A text is as JSON.stringify wrote it, so this is an element and no words. One that only contains a draft is taken for one.
insert into draft (rid, version)
  select v.rid, v.version from version v join resource r on r.rid = v.rid
  where r.type = 'Task' and instr(v.text, '"status":"draft"') > 0;
