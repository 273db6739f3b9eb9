-- The second schema of the store, for PostgreSQL: history of a type and of the system, and pages in the order of creation, searches by journey.

-- When each version was stored: what a history walks along, and what a search by the time of the last change walks along.
create table history (
  type text collate "C" not null,
  at text collate "C" not null,
  rid bigint not null,
  version bigint not null
);
insert into history (type, at, rid, version)
  select r.type, v.at, v.rid, v.version from version v join resource r on r.rid = v.rid order by 1, 2, 3, 4;
alter table history add primary key (type, at, rid, version);
create index history_at on history (at, rid, version);

-- Row numbers are given out in the order of creation.
drop index resource_updated;
create index resource_created on resource (type, rid);

-- The members of a journey.
create index membership_of on membership (journey, rid);

-- What belongs to a journey.
create index membership_journey on membership (journey, rid);
