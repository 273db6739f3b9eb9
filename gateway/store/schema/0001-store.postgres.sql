-- The first schema of the store, for PostgreSQL; its twin for SQLite has the same tables and columns. Text is compared by its
-- bytes (collation C), as SQLite does.

-- The last instant and the last row number given out. Every plan that changes something passes through this one row.
create table clock (
  one bigint primary key check (one = 1),
  last bigint not null,
  serial bigint not null
);
insert into clock (one, last, serial) values (1, 0, 0);

-- Where each resource stands now.
create table resource (
  rid bigint primary key,
  type text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  version bigint not null,
  updated text collate "C" not null,
  deleted bigint not null,
  unique (type, id)
);
create index resource_updated on resource (type, updated, id);

create table version (
  rid bigint not null,
  version bigint not null,
  at text collate "C" not null,
  text text collate "C" not null,
  deleted bigint not null,
  author text collate "C" not null,
  message text collate "C",
  notes text collate "C",
  primary key (rid, version)
);

create table search_index (
  rid bigint not null,
  key text collate "C" not null,
  value text collate "C" not null,
  other text collate "C" not null,
  primary key (key, value, rid, other)
);
create index search_index_rid on search_index (rid, key);

-- Who sees a resource whatever becomes of its journey, and why.
create table reader (
  organization text collate "C" not null,
  rid bigint not null,
  why text collate "C" not null check (why in ('author', 'addressed')),
  primary key (organization, rid, why)
);

create table membership (
  rid bigint not null,
  journey text collate "C" not null,
  primary key (rid, journey)
);

create table party (
  seq bigint primary key,
  journey text collate "C" not null,
  organization text collate "C" not null,
  role text collate "C" not null,
  source text collate "C" not null,
  since text collate "C" not null,
  until text collate "C"
);
create unique index party_once on party (journey, organization, source, role) where until is null;
create index party_of on party (journey, organization);
create index party_source on party (source);

create table withholding (
  organization text collate "C" not null,
  resource text collate "C" not null,
  reason text collate "C" not null,
  primary key (organization, resource)
);

create table claim (
  space text collate "C" not null,
  key text collate "C" not null,
  holder text collate "C" not null,
  primary key (space, key)
);

create table message (
  id text collate "C" primary key,
  client text collate "C" not null,
  organization text collate "C" not null,
  channel text collate "C" not null,
  control text collate "C" not null,
  digest text collate "C" not null,
  at text collate "C" not null,
  content_type text collate "C" not null,
  bytes bytea not null,
  state text collate "C" not null,
  owner text collate "C",
  reason text collate "C",
  answer text collate "C" not null,
  issues text collate "C" not null,
  ledger text collate "C" not null
);
create index message_at on message (at, id);
create index message_organization on message (organization, at);
create index message_state on message (state, at);
-- A sender's id may be longer than an index entry may be.
create index message_control on message (substr(control, 1, 200));

create table audit (
  id text collate "C" primary key,
  at text collate "C" not null,
  client text collate "C" not null,
  organization text collate "C" not null,
  action text collate "C" not null,
  outcome text collate "C" not null,
  what text collate "C" not null,
  request text collate "C" not null,
  reason text collate "C"
);
create index audit_at on audit (at, id);
create index audit_organization on audit (organization, at);

create table audit_what (
  what text collate "C" not null,
  id text collate "C" not null,
  primary key (what, id)
);

create table outbox (
  seq bigint primary key,
  id text collate "C" not null unique,
  organization text collate "C" not null,
  resource text collate "C" not null,
  event text collate "C" not null
);

create table setting (
  name text collate "C" primary key,
  text text collate "C" not null
);

-- One row per process that writes: the last batch it committed. A process that lost its connection in the middle of COMMIT
-- reads here whether that batch took place.
create table writer (
  id text collate "C" primary key,
  batch bigint not null,
  seen text collate "C" not null
);
