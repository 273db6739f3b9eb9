-- The second schema of the store, for SQLite: history of a type and of the system, and pages in the order of creation, searches by journey.

-- When each version was stored: what a history walks along, and what a search by the time of the last change walks along.
create table history (
  type text not null,
  at text not null,
  rid integer not null,
  version integer not null,
  primary key (type, at, rid, version)
) strict, without rowid;
insert into history (type, at, rid, version)
  select r.type, v.at, v.rid, v.version from version v join resource r on r.rid = v.rid order by 1, 2, 3, 4;
create index history_at on history (at, rid, version);

-- Row numbers are given out in the order of creation, and every index of SQLite ends in them.
drop index resource_updated;
create index resource_created on resource (type);

-- What belongs to a journey.
create index membership_journey on membership (journey, rid);

delete from sqlite_stat1 where idx = 'resource_updated';
-- The members of a journey.
create index membership_of on membership (journey);

insert into sqlite_stat1 (tbl, idx, stat) values
  ('membership', 'membership_of', '1000000 20 1'),
  ('resource', 'resource_created', '1000000 100000'),
  ('membership', 'membership_journey', '1000000 20 1'),
  ('history', 'history', '1000000 100000 2 1 1'),
  ('history', 'history_at', '1000000 2 1 1');
-- As many as resources: were they more, a walk along them would first read all resources into a Bloom filter.
analyze sqlite_schema;
