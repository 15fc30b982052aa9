-- The handbook of a county: what its paths refer to. Typed properties of each kind: modules/handbook/entry.ts.
create table handbook_entry (
  county_id uuid not null references county,
  id uuid not null,
  kind text not null check (kind in ('phase-scheme', 'standard-phase', 'customer-phase', 'segmentation-scheme', 'segment', 'profile', 'promise', 'cornerstone', 'aim', 'focus-area', 'term')),
  -- By which paths and their files refer to it; never changed.
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- A phase belongs to its scheme, a segment to its scheme, a profile to its segment.
  parent_id uuid,
  position integer not null,
  properties jsonb not null default '{}',
  -- Counts every text that is written; a text keeps the revision at which it was written.
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Out of use. Never deleted: paths may refer to it.
  retired_at timestamptz,
  primary key (county_id, id),
  unique (county_id, kind, code),
  foreign key (county_id, parent_id) references handbook_entry (county_id, id),
  check ((kind in ('standard-phase', 'customer-phase', 'segment', 'profile')) = (parent_id is not null))
);
create index handbook_entry_parent on handbook_entry (county_id, parent_id);

-- One row per entry, field and language variant ('fi', 'sv', 'en', 'fi-simple', …).
create table handbook_text (
  county_id uuid not null,
  entry_id uuid not null,
  field text not null,
  variant text not null,
  text text not null check (text <> ''),
  revision integer not null,
  -- For a translation: the revision of the text that it was made from. Older than the source's revision = stale.
  source_revision integer,
  primary key (county_id, entry_id, field, variant),
  foreign key (county_id, entry_id) references handbook_entry (county_id, id) on delete cascade
);

-- What belongs together, many to many: customer phases and standard phases, segments of two schemes, promises and segments.
create table handbook_relation (
  county_id uuid not null,
  kind text not null check (kind in ('phase', 'segment', 'promise')),
  from_id uuid not null,
  to_id uuid not null,
  primary key (county_id, kind, from_id, to_id),
  foreign key (county_id, from_id) references handbook_entry (county_id, id) on delete cascade,
  foreign key (county_id, to_id) references handbook_entry (county_id, id) on delete cascade,
  check (from_id <> to_id)
);
create index handbook_relation_from on handbook_relation (county_id, from_id);
create index handbook_relation_to on handbook_relation (county_id, to_id);

-- What the list of all paths tells of a version's content. Written when it is published, as it never changes again.
create table path_summary (
  county_id uuid not null,
  version_id uuid not null,
  summary jsonb not null,
  primary key (county_id, version_id),
  foreign key (county_id, version_id) references path_version (county_id, id) on delete cascade
);
