-- The county and its tree of nodes: county → domain → service area → service → unit, any depth.
create table county (
  county_id uuid primary key,
  code text not null unique,
  -- Languages in which the county must serve, in the order in which they are offered (järjestämislaki 5 §).
  languages text[] not null default '{fi,sv,en}',
  theme jsonb not null default '{}',
  example boolean not null default false,
  created_at timestamptz not null default now()
);

create table node (
  county_id uuid not null references county,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('county', 'domain', 'service-area', 'service', 'unit')),
  code text not null,
  -- 1.2.246.10.<business id>.10.<n>, the national identifier of a unit (JHS 159).
  oid text,
  slug text not null,
  -- A sensitive unit's name may not appear in a message.
  sensitive boolean not null default false,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (county_id, id),
  unique (county_id, code),
  unique (county_id, slug),
  foreign key (county_id, parent_id) references node (county_id, id),
  check ((kind = 'county') = (parent_id is null))
);
create unique index node_oid on node (county_id, oid) where oid is not null;
create unique index node_root on node (county_id) where parent_id is null;
create index node_parent on node (county_id, parent_id);

create table node_name (
  county_id uuid not null,
  node_id uuid not null,
  language text not null,
  name text not null check (name <> ''),
  primary key (county_id, node_id, language),
  foreign key (county_id, node_id) references node (county_id, id) on delete cascade
);

-- Every node's ancestors, itself included (depth 0), so that reach and sums need no recursion.
create table node_ancestor (
  county_id uuid not null,
  node_id uuid not null,
  ancestor_id uuid not null,
  depth integer not null check (depth >= 0),
  primary key (county_id, node_id, ancestor_id),
  foreign key (county_id, node_id) references node (county_id, id) on delete cascade,
  foreign key (county_id, ancestor_id) references node (county_id, id) on delete cascade
);
create index node_ancestor_down on node_ancestor (county_id, ancestor_id, depth);
