-- Service paths. A draft version is edited; a published version's rows never change again.
create table service_path (
  county_id uuid not null references county,
  id uuid not null,
  -- The node that owns the path: roles on it or above it edit and publish.
  node_id uuid not null,
  level text not null default 'service' check (level in ('strategic', 'service', 'touchpoint')),
  clinical boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (county_id, id),
  foreign key (county_id, node_id) references node (county_id, id)
);
create index service_path_node on service_path (county_id, node_id);

-- The units that offer the path; a form that is reached from the path asks which one it was.
create table path_unit (
  county_id uuid not null,
  path_id uuid not null,
  node_id uuid not null,
  primary key (county_id, path_id, node_id),
  foreign key (county_id, path_id) references service_path (county_id, id) on delete cascade,
  foreign key (county_id, node_id) references node (county_id, id)
);
create index path_unit_node on path_unit (county_id, node_id);

-- One current slug per language; the former ones stay and redirect.
create table path_slug (
  county_id uuid not null,
  language text not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  path_id uuid not null,
  current boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (county_id, language, slug),
  foreign key (county_id, path_id) references service_path (county_id, id) on delete cascade
);
create unique index path_slug_current on path_slug (county_id, path_id, language) where current;
create index path_slug_path on path_slug (county_id, path_id);

create table path_version (
  county_id uuid not null,
  id uuid not null,
  path_id uuid not null,
  number integer not null check (number > 0),
  state text not null default 'current' check (state in ('current', 'target')),
  status text not null check (status in ('draft', 'published', 'superseded')),
  -- Counts every change of the draft; a text keeps the revision at which it was last written.
  revision integer not null default 1,
  review_due date,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  published_by uuid,
  primary key (county_id, id),
  unique (county_id, path_id, number),
  foreign key (county_id, path_id) references service_path (county_id, id) on delete cascade,
  check ((status = 'draft') = (published_at is null))
);
create unique index path_version_draft on path_version (county_id, path_id, state) where status = 'draft';
create unique index path_version_published on path_version (county_id, path_id, state) where status = 'published';

-- An anchor keeps its address for ever; a removed one leaves this row as its tombstone.
create table path_anchor (
  county_id uuid not null,
  path_id uuid not null,
  anchor text not null check (anchor ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('path', 'phase', 'step', 'channel-use', 'instruction', 'link', 'form', 'symptom-check', 'urgency-notice')),
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (county_id, path_id, anchor),
  foreign key (county_id, path_id) references service_path (county_id, id) on delete cascade
);

-- What a version consists of, in order. Typed properties of each kind: modules/paths/element.ts.
create table path_element (
  county_id uuid not null,
  version_id uuid not null,
  anchor text not null,
  path_id uuid not null,
  parent_anchor text,
  kind text not null,
  position integer not null,
  channel_id uuid,
  properties jsonb not null default '{}',
  primary key (county_id, version_id, anchor),
  foreign key (county_id, version_id) references path_version (county_id, id) on delete cascade,
  foreign key (county_id, path_id, anchor) references path_anchor (county_id, path_id, anchor),
  foreign key (county_id, version_id, parent_anchor) references path_element (county_id, version_id, anchor) on delete cascade deferrable initially deferred,
  foreign key (county_id, channel_id) references channel (county_id, id),
  check ((kind = 'channel-use') = (channel_id is not null)),
  check ((kind = 'path') = (parent_anchor is null))
);
create index path_element_anchor on path_element (county_id, path_id, anchor);
create index path_element_parent on path_element (county_id, version_id, parent_anchor);
create index path_element_channel on path_element (county_id, channel_id) where channel_id is not null;

-- One row per anchor, field and language variant ('fi', 'sv', 'en', 'fi-simple', …).
create table path_text (
  county_id uuid not null,
  version_id uuid not null,
  anchor text not null,
  field text not null,
  variant text not null,
  text text not null,
  revision integer not null,
  -- For a translation: the revision of the Finnish text that it was made from. Older than the source's revision = stale.
  source_revision integer,
  primary key (county_id, version_id, anchor, field, variant),
  foreign key (county_id, version_id, anchor) references path_element (county_id, version_id, anchor) on delete cascade
);

create function refuse_change_of_published_version() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select 1 from path_version v where v.county_id = touched.county_id and v.id = touched.version_id and v.status <> 'draft') then
    raise exception 'a published version of a path is never changed' using errcode = 'restrict_violation';
  end if;
  return touched;
end $$;
create trigger path_element_immutable before insert or update or delete on path_element
  for each row execute function refuse_change_of_published_version();
create trigger path_text_immutable before insert or update or delete on path_text
  for each row execute function refuse_change_of_published_version();

-- Nor is the version itself: it is superseded, and then stays as it was.
create function refuse_undoing_publication() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft'
    and (tg_op = 'DELETE' or new.status = 'draft' or (old.status = 'superseded' and new is distinct from old))
  then
    raise exception 'a published version of a path is never changed' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger path_version_immutable before update or delete on path_version
  for each row execute function refuse_undoing_publication();
