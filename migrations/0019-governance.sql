-- Who may review. A path about care also needs somebody who answers for the care.
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check (role in
  ('viewer', 'collector', 'supervisor', 'editor', 'reviewer', 'clinical-reviewer', 'publisher', 'experience-team', 'management', 'administrator'));
alter table api_token drop constraint api_token_role_check;
alter table api_token add constraint api_token_role_check check (role in
  ('viewer', 'collector', 'supervisor', 'editor', 'reviewer', 'clinical-reviewer', 'publisher', 'experience-team', 'management', 'administrator'));

-- After how many months a published path is looked at again.
alter table service_path add column if not exists review_months integer not null default 6;
alter table service_path add constraint service_path_review_months_range check (review_months between 1 and 36);

-- A draft may wait for its time. A snapshot is a draft that was put aside when an older version was restored.
alter table path_version
  add column publish_at timestamptz,
  add column scheduled_at timestamptz,
  add column scheduled_by uuid,
  add column change_note jsonb not null default '{}',
  add column internal_note text not null default '',
  drop constraint path_version_status_check,
  drop constraint path_version_check,
  add constraint path_version_status_check check (status in ('draft', 'snapshot', 'published', 'superseded')),
  add constraint path_version_published_check check ((status in ('draft', 'snapshot')) = (published_at is null)),
  add constraint path_version_waiting_check check (publish_at is null or status = 'draft');
create index path_version_publish_at on path_version (county_id, publish_at) where publish_at is not null;

create or replace function refuse_undoing_publication() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (tg_op = 'DELETE'
    or (old.status = 'published' and new.status in ('draft', 'snapshot'))
    or (old.status in ('snapshot', 'superseded') and new is distinct from old))
  then
    raise exception 'a published version of a path is never changed' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- Who changed a draft, and at which revision last: whoever did cannot approve it.
create table path_edit (
  county_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  revision integer not null,
  at timestamptz not null,
  primary key (county_id, version_id, account_id),
  foreign key (county_id, version_id) references path_version (county_id, id) on delete cascade
);

-- What reviewers asked, said and decided. A row stays for ever, also when its draft was thrown away or published.
create table path_review (
  county_id uuid not null,
  id uuid not null,
  path_id uuid not null,
  version_id uuid not null,
  -- The revision that was before the reviewer: an approval holds for that one and no other.
  revision integer not null,
  kind text not null check (kind in ('content', 'clinical', 'easy-language', 'accessibility', 'legal')),
  what text not null check (what in ('request', 'approval', 'rejection', 'comment', 'answer', 'resolution')),
  -- Where a comment stands; nothing: it is about the whole path.
  anchor text,
  field text,
  variant text,
  text text not null default '',
  account_id uuid not null,
  at timestamptz not null,
  -- The comment that is answered or resolved.
  answers uuid,
  primary key (county_id, id),
  foreign key (county_id, path_id) references service_path (county_id, id),
  foreign key (county_id, answers) references path_review (county_id, id),
  check ((what in ('answer', 'resolution')) = (answers is not null)),
  check (what not in ('rejection', 'comment', 'answer') or text <> '')
);
create index path_review_path on path_review (county_id, path_id, at);
create index path_review_version on path_review (county_id, version_id, kind, at);

-- What everybody who works with the path must know: it was published in an emergency, or not published at its time.
create table path_notice (
  county_id uuid not null,
  id uuid not null,
  path_id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('emergency', 'schedule-failed')),
  text text not null default '',
  faults jsonb not null default '[]',
  account_id uuid,
  at timestamptz not null,
  primary key (county_id, id),
  foreign key (county_id, path_id) references service_path (county_id, id),
  check (kind <> 'emergency' or (text <> '' and account_id is not null))
);
create index path_notice_path on path_notice (county_id, path_id, at);

create function keep_path_review() returns trigger language plpgsql as $$
begin
  raise exception 'the reviews of a path are append-only' using errcode = 'restrict_violation';
end $$;
create trigger path_review_append_only before update or delete on path_review
  for each row execute function keep_path_review();
create trigger path_review_never_emptied before truncate on path_review
  for each statement execute function keep_path_review();
create trigger path_notice_append_only before update or delete on path_notice
  for each row execute function keep_path_review();
create trigger path_notice_never_emptied before truncate on path_notice
  for each statement execute function keep_path_review();
