/** Rows for the tables that a migration has made, so that those after it have something to keep or to change. */
export const PLANTED: Readonly<Record<string, string>> = {
  '0001-organisation.sql': `
    insert into county (county_id, code) values ('00000000-0000-7000-8000-000000000001', 'kunta');
    insert into node (county_id, id, kind, code, slug)
      values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'county', 'C', 'c');
    insert into node (county_id, id, parent_id, kind, code, slug)
      select county_id, ('00000000-0000-7000-8000-' || lpad((100 + n)::text, 12, '0'))::uuid, id, 'unit', 'U' || n, 'u' || n
      from node, generate_series(1, 500) n;
    insert into node_name (county_id, node_id, language, name) select county_id, id, 'fi', 'Yksikkö ' || code from node;
    insert into node_ancestor (county_id, node_id, ancestor_id, depth)
      select county_id, id, id, 0 from node union all select county_id, id, parent_id, 1 from node where parent_id is not null;`,
  '0002-identity.sql': `
    insert into account (county_id, id, email, name, password_hash)
      select county_id, id, lower(code) || '@example.fi', code, '-' from node limit 50;
    insert into account_role (county_id, id, account_id, node_id, role)
      select county_id, id, id, id, 'supervisor' from account;`,
  '0003-channels.sql': `
    insert into channel (county_id, id, code, kind, phone) select county_id, id, code, 'phone', '09 310 1' from node limit 50;
    insert into channel_text (county_id, channel_id, language, field, text) select county_id, id, 'fi', 'name', code from channel;`,
  '0005-surveys.sql': `
    insert into statement_set (county_id, id, code, version, valid_from)
      select county_id, '00000000-0000-7000-8000-000000000003', 'national', 1, '2023-01-01' from county;
    insert into survey (county_id, id, code) select county_id, '00000000-0000-7000-8000-000000000004', 'national' from county;
    insert into survey_version (county_id, id, survey_id, number, status, set_id)
      select s.county_id, '00000000-0000-7000-8000-000000000005', v.id, 1, 'in-use', s.id from statement_set s, survey v;`,
  '0006-collection.sql': `
    insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
      select v.county_id, sha256(n.code::bytea), v.id, n.id, 'sms', '2027-01-01' from survey_version v, node n;`,
  '0007-feedback.sql': `
    insert into answer (county_id, id, node_id, survey_version_id, set_id, channel, language, received_at, day, scores, receipt, content_hash)
      select n.county_id, ('10000000-0000-7000-8000-' || lpad((row_number() over (order by n.code, m))::text, 12, '0'))::uuid, n.id, v.id, v.set_id,
        'sms', 'fi', '2026-11-01 12:00Z', '2026-11-01', '{5,4,3}', 'AAAA-BBBB', sha256(n.code::bytea)
      from node n, survey_version v, generate_series(1, 4) m;
    insert into answer_text (county_id, answer_id, node_id, received_at, text)
      select county_id, id, node_id, received_at, 'Hyvin meni' from answer;`,
  '0008-reports.sql': `
    insert into node_day (county_id, node_id, day, set_id, channel, respondent, counts)
      select county_id, node_id, day, set_id, 'all', 'all', array[count(*)::int] from answer group by 1, 2, 3, 4;`,
  '0010-platform.sql': `
    insert into audit_entry (county_id, id, at, actor_kind, action)
      select county_id, id, '2026-11-01 12:00Z', 'system', 'test' from node;`,
};
