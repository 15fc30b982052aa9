import { LANGUAGES } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import { inField, type Planted, type Put } from './planting.ts';
import type { BuiltServer } from './server.ts';
import { query } from './visits.ts';

/** The answers came in through the API to another unit; each unit here gets three of them as they were stored. */
export async function plantAnswers(server: BuiltServer, all: readonly Planted[]): Promise<void> {
  const copies = all.flatMap(({ unit, path, answers }) =>
    answers.map((source) => ({ source, id: newId(), unit, path })),
  );
  const given = 'jsonb_to_recordset($1::jsonb) as g(source uuid, id uuid, unit uuid, path uuid)';
  const rows = JSON.stringify(copies);
  await query(
    server,
    `insert into answer select (jsonb_populate_record(a, jsonb_build_object('id', g.id, 'node_id', g.unit, 'path_id', g.path, 'anchor', 'vaihe'))).* from answer a join ${given} on g.source = a.id`,
    [rows],
  );
  await query(
    server,
    `insert into answer_text select (jsonb_populate_record(a, jsonb_build_object('answer_id', g.id, 'node_id', g.unit))).* from answer_text a join ${given} on g.source = a.answer_id`,
    [rows],
  );
}

/** Discussions, actions and published replies in which every text is an attack. */
export async function plantActions(put: Put): Promise<void> {
  const now = new Date();
  await put('discussion', ({ unit, attacks, accounts }) => [
    {
      id: newId(),
      node_id: unit,
      period_from: '2026-01-01',
      period_to: '2026-02-01',
      agreed: inField(attacks.join('\n'), 'agreed'),
      created_at: now,
      created_by: accounts[0],
    },
  ]);
  // The first ones come first in the lists, which end somewhere.
  await put('development_action', ({ unit, path, actions, accounts, attacks }, index) =>
    actions.map((id, place) => ({
      id,
      node_id: unit,
      title: inField(attacks[place]!, 'title'),
      reason: inField(attacks[place]!, 'reason'),
      owner: inField(attacks[place]!, 'owner'),
      due: '2027-01-01',
      status: 'in-progress',
      path_id: path,
      anchor: 'vaihe',
      created_at: now,
      created_by: accounts[place],
      updated_at: new Date(now.getTime() - index * 1_000),
      revision: 1,
    })),
  );
  await put('action_source', ({ actions, answers }) =>
    actions.map((action_id, place) => ({ action_id, answer_id: answers[place] })),
  );
  await put('action_event', ({ actions, accounts, attacks }) =>
    actions.flatMap((action_id, place) => {
      const event = { action_id, at: now, account_id: accounts[place] };
      const changes = [
        {
          field: 'title',
          from: inField(attacks[place]!, 'from'),
          to: inField(attacks[place]!, 'to'),
        },
      ];
      return [
        { ...event, id: newId(), kind: 'edited', detail: { number: 1, changes } },
        {
          ...event,
          id: newId(),
          kind: 'status',
          detail: {
            number: 2,
            from: 'decided',
            to: 'in-progress',
            note: inField(attacks[place]!, 'note'),
          },
        },
        { ...event, id: newId(), kind: 'reply-written', detail: { number: 3, sent: true } },
      ];
    }),
  );
  const replies = new Map<string, string>();
  const replyOf = (action: string): string =>
    replies.get(action) ?? replies.set(action, newId()).get(action)!;
  await put('public_reply', ({ unit, path, actions, accounts }, index) =>
    actions.map((action_id, place) => ({
      id: replyOf(action_id),
      action_id,
      node_id: unit,
      path_id: path,
      anchor: 'vaihe',
      status: 'published',
      written_by: accounts[place],
      written_at: now,
      published_by: accounts[(place + 1) % 3],
      published_at: new Date(now.getTime() - index * 1_000),
    })),
  );
  await put('public_reply_text', ({ actions, attacks }) =>
    actions.flatMap((action, place) =>
      LANGUAGES.map((language) => ({
        reply_id: replyOf(action),
        language,
        you_said: inField(attacks[place]!, 'said'),
        we_did: inField(attacks[place]!, 'did'),
      })),
    ),
  );
}
