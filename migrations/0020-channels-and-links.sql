-- When a channel is open, as data (`OpeningHours` of modules/channels), and channels that are copies of another system's.
alter table channel
  add column opening jsonb not null default '[]' check (jsonb_typeof(opening) = 'array'),
  add column origin text not null default 'own' check (origin in ('own', 'ptv')),
  -- Its id in the system that it comes from.
  add column outside_id text,
  add column fetched_at timestamptz,
  -- SHA-256 of what was taken over: equal means that nothing changed there.
  add column source_hash bytea,
  add constraint channel_outside_check check ((origin = 'own') = (outside_id is null)),
  add unique (county_id, origin, outside_id);

alter table channel_text
  drop constraint channel_text_field_check,
  add constraint channel_text_field_check check (field in ('name', 'description', 'hours', 'address', 'cost', 'needs', 'remark'));

-- Where copied channels come from, and how the last fetch went: one row for each county that has set it up.
create table channel_source (
  county_id uuid not null references county,
  origin text not null check (origin = 'ptv'),
  organisation_id uuid not null,
  address text not null check (address ~ '^https?://'),
  -- Nobody fetches at the same time as another; a fetch that has not ended in time is taken for dead.
  started_at timestamptz,
  done int not null default 0,
  total int,
  -- The last whole success, and the last one that looked at everything rather than at what changed.
  fetched_at timestamptz,
  full_at timestamptz,
  -- Why the last try failed, and since when all tries have; nothing after a success.
  failure text,
  failing_since timestamptz,
  primary key (county_id, origin)
);

-- A channel that a path uses was changed or closed in the register: the path's editors see it until one of them has looked.
create table path_channel_notice (
  county_id uuid not null,
  path_id uuid not null,
  channel_id uuid not null,
  what text not null check (what in ('changed', 'closed', 'reopened')),
  noted_at timestamptz not null,
  primary key (county_id, path_id, channel_id),
  foreign key (county_id, path_id) references service_path (county_id, id) on delete cascade,
  foreign key (county_id, channel_id) references channel (county_id, id)
);

-- What became of looking at an address that a path leads to.
create table link_check (
  county_id uuid not null references county,
  address text not null,
  outcome text not null check (outcome in ('ok', 'moved', 'broken', 'unreachable', 'refused')),
  -- Where a moved page is now, or why one was refused: for people to read.
  detail text,
  status int,
  checked_at timestamptz not null,
  -- When it last worked.
  worked_at timestamptz,
  -- Since when the outcome is the same, and on how many days in a row it failed.
  since timestamptz not null,
  failed_days int not null default 0,
  failed_on date,
  primary key (county_id, address)
);
create index link_check_checked on link_check (county_id, checked_at);

-- The checker itself: whether it can work at all.
create table link_checker (
  county_id uuid not null references county,
  worked_at timestamptz,
  outage_since timestamptz,
  -- How old a check may be for a path to be published.
  valid_days int not null default 7 check (valid_days between 1 and 60),
  primary key (county_id)
);

-- Somebody answers for publishing with links that could not be checked.
create table unchecked_links_override (
  county_id uuid not null,
  version_id uuid not null,
  reason text not null check (reason <> ''),
  -- Only these: a link that is added later is covered by nobody's word.
  addresses text[] not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (county_id, version_id),
  foreign key (county_id, version_id) references path_version (county_id, id) on delete cascade,
  foreign key (county_id, given_by) references account (county_id, id)
);
