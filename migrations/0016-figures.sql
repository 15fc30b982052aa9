-- Several instruments live side by side. Only a national set has an official wording; a county's own has its own words.
alter table statement_set add column origin text not null default 'national' check (origin in ('national', 'own'));

-- What the public sees: whole months, counted once a week after their end and never again. A late answer, an erased one
-- or a moved unit changes nothing here, so that no two looks at a page can be held against each other.
create table published_month (
  county_id uuid not null references county,
  month date not null check (extract(day from month) = 1),
  published_at timestamptz not null,
  primary key (county_id, month)
);

-- Only what may be shown is in it: a figure that is hidden has no trace.
create table published_figure (
  county_id uuid not null,
  month date not null,
  node_id uuid not null,
  set_id uuid not null,
  -- { answers, recommendation, statements: by code }
  figures jsonb not null,
  primary key (county_id, node_id, month, set_id),
  foreign key (county_id, month) references published_month (county_id, month) on delete cascade,
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, set_id) references statement_set (county_id, id)
);
create index published_figure_month on published_figure (county_id, month);
create index published_figure_set on published_figure (county_id, set_id);
