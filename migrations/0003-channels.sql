-- The register of service channels: what a step refers to instead of a typed phone number or hour.
create table channel (
  county_id uuid not null references county,
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('e-service', 'website', 'location', 'printable-form', 'phone', 'callback', 'chat', 'text-message', 'remote-appointment', 'home-visit', 'mobile-unit', 'symptom-check', 'app')),
  url text check (url ~ '^https?://'),
  phone text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (county_id, id),
  unique (county_id, code)
);

create table channel_text (
  county_id uuid not null,
  channel_id uuid not null,
  language text not null,
  field text not null check (field in ('name', 'description', 'hours', 'address', 'cost', 'needs')),
  text text not null check (text <> ''),
  primary key (county_id, channel_id, language, field),
  foreign key (county_id, channel_id) references channel (county_id, id) on delete cascade
);
