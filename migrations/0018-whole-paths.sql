-- Service paths in full: what else a path is made of, and what it is besides its versions.
alter table path_anchor drop constraint path_anchor_kind_check;
alter table path_anchor add constraint path_anchor_kind_check check (kind in (
  'path', 'urgency-notice', 'pre-question', 'pre-answer', 'phase', 'instruction', 'step', 'channel-use', 'hand-over',
  'symptom-check', 'form', 'service', 'link', 'touchpoint', 'task', 'check-question', 'tip', 'tool', 'checklist-item',
  'right', 'relation', 'lane', 'cell', 'experience-statement', 'critical-point', 'information-transfer',
  'emotion-point', 'quote', 'evidence', 'process-ref'));

alter table path_text add constraint path_text_variant_check
  check (variant in ('fi', 'sv', 'en', 'fi-simple', 'sv-simple', 'en-simple'));

alter table service_path
  add column path_kind text not null default 'customer' check (path_kind in ('customer', 'patient', 'multi-service', 'staff')),
  add column audiences text[] not null default '{customer}' check (cardinality(audiences) > 0),
  -- Codes of the moments of life in which people look for it: modules/paths/contract.ts.
  add column life_events text[] not null default '{}',
  -- Who sees what is published: everybody, whoever has the address, or the staff.
  add column visibility text not null default 'public' check (visibility in ('public', 'unlisted', 'staff')),
  -- Whether the professional's view is an open page too.
  add column professional_open boolean not null default false,
  -- The accounts that answer for it.
  add column owner_id uuid,
  add column deputy_id uuid;
create index service_path_life_events on service_path using gin (life_events);
