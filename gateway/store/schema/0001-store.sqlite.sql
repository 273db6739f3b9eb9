-- The first schema of the store, for SQLite; its twin for PostgreSQL has the same tables and columns.

-- The last instant and the last row number given out. Every plan that changes something passes through this one row.
create table clock (
  one integer primary key check (one = 1),
  last integer not null,
  serial integer not null
) strict;
insert into clock (one, last, serial) values (1, 0, 0);

-- Where each resource stands now.
create table resource (
  rid integer primary key,
  type text not null,
  id text not null,
  kind text not null,
  version integer not null,
  updated text not null,
  deleted integer not null,
  unique (type, id)
) strict;
create index resource_updated on resource (type, updated, id);

create table version (
  rid integer not null,
  version integer not null,
  at text not null,
  text text not null,
  deleted integer not null,
  author text not null,
  message text,
  notes text,
  primary key (rid, version)
) strict;

create table search_index (
  rid integer not null,
  key text not null,
  value text not null,
  other text not null,
  primary key (key, value, rid, other)
) strict, without rowid;
create index search_index_rid on search_index (rid, key);

-- Who sees a resource whatever becomes of its journey, and why.
create table reader (
  organization text not null,
  rid integer not null,
  why text not null check (why in ('author', 'addressed')),
  primary key (organization, rid, why)
) strict, without rowid;

create table membership (
  rid integer not null,
  journey text not null,
  primary key (rid, journey)
) strict, without rowid;

create table party (
  seq integer primary key,
  journey text not null,
  organization text not null,
  role text not null,
  source text not null,
  since text not null,
  until text
) strict;
create unique index party_once on party (journey, organization, source, role) where until is null;
create index party_of on party (journey, organization);
create index party_source on party (source);

create table withholding (
  organization text not null,
  resource text not null,
  reason text not null,
  primary key (organization, resource)
) strict, without rowid;

create table claim (
  space text not null,
  key text not null,
  holder text not null,
  primary key (space, key)
) strict, without rowid;

create table message (
  id text primary key,
  client text not null,
  organization text not null,
  channel text not null,
  control text not null,
  digest text not null,
  at text not null,
  content_type text not null,
  bytes blob not null,
  state text not null,
  owner text,
  reason text,
  answer text not null,
  issues text not null,
  ledger text not null
) strict;
create index message_at on message (at, id);
create index message_organization on message (organization, at);
create index message_state on message (state, at);
-- A sender's id may be longer than an index entry may be.
create index message_control on message (substr(control, 1, 200));

create table audit (
  id text primary key,
  at text not null,
  client text not null,
  organization text not null,
  action text not null,
  outcome text not null,
  what text not null,
  request text not null,
  reason text
) strict;
create index audit_at on audit (at, id);
create index audit_organization on audit (organization, at);

create table audit_what (
  what text not null,
  id text not null,
  primary key (what, id)
) strict, without rowid;

create table outbox (
  seq integer primary key,
  id text not null unique,
  organization text not null,
  resource text not null,
  event text not null
) strict;

create table setting (
  name text primary key,
  text text not null
) strict;

-- What the planner should expect of tables that are still empty: many resources of a type, few of an index value.
analyze;
insert into sqlite_stat1 (tbl, idx, stat) values
  ('resource', 'resource_updated', '1000000 100000 1 1'),
  ('resource', 'sqlite_autoindex_resource_1', '1000000 100000 1'),
  ('version', 'sqlite_autoindex_version_1', '3000000 3 1'),
  ('search_index', 'search_index', '20000000 200000 10 1 1'),
  ('search_index', 'search_index_rid', '20000000 20 2'),
  ('membership', 'membership', '1000000 1 1'),
  ('party', 'party_of', '200000 5 1');
analyze sqlite_schema;
