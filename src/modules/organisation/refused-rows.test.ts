import { expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { bringIn, bringInTree, changesOf, file, refusalsOf, shapeOf } from './table-for-tests.ts';

const test = withDatabase();

const cases: Readonly<
  Record<string, { rows: string[]; refused: Record<string, string>; changed?: string[] }>
> = {
  'a parent that is nowhere': {
    rows: ['U9;X;yksikkö;Yksikkö;;;;;;', 'U8;S1;yksikkö;Yksikkö;;;;;;'],
    refused: { U9: 'parent-unknown' },
    changed: ['U8'],
  },
  'a parent whose own row is refused, and all below it': {
    rows: ['S9;X;palvelu;P;;;;;;', 'S8;S9;palvelu;P;;;;;;', 'U9;S8;yksikkö;Y;;;;;;'],
    refused: { S9: 'parent-unknown', S8: 'parent-refused', U9: 'parent-refused' },
  },
  'a circle of new rows, but not what stands beside it': {
    rows: [
      'S8;S9;palvelu;P;;;;;;',
      'S9;S8;palvelu;P;;;;;;',
      'U9;S8;yksikkö;Y;;;;;;',
      'U8;S1;yksikkö;Y;;;;;;',
    ],
    refused: { S8: 'circle', S9: 'circle', U9: 'parent-refused' },
    changed: ['U8'],
  },
  'a node that would stand below itself': {
    rows: ['D;S1;toimialue;Toimiala;;;;;;'],
    refused: { D: 'parent-kind' },
  },
  'services that would stand below each other': {
    rows: ['S1;S2;palvelu;Palvelu 1;;;;;;', 'S2;S1;palvelu;Palvelu 2;;;;;;'],
    refused: { S1: 'circle', S2: 'circle' },
  },
  'a code that comes twice': {
    rows: ['U9;S1;yksikkö;Yksi;;;;;;', 'U9;S1;yksikkö;Toinen;;;;;;'],
    refused: { U9: 'code-doubled' },
  },
  'OIDs that are wrong, doubled or taken': {
    rows: [
      'U7;S1;yksikkö;Y;;;1.2.3;;;',
      'U8;S1;yksikkö;Y;;;1.2.246.10.9;;;',
      'U9;S1;yksikkö;Y;;;1.2.246.10.9;;;',
      'U6;S1;yksikkö;Y;;;1.2.246.10.1.10.1;;;',
    ],
    refused: { U7: 'oid-wrong', U8: 'oid-doubled', U9: 'oid-doubled', U6: 'oid-taken' },
  },
  'what is below a unit': { rows: ['U9;U1;yksikkö;Y;;;;;;'], refused: { U9: 'parent-kind' } },
  'another kind': {
    rows: ['U1;S1;palvelu;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;;;'],
    refused: { U1: 'kind-fixed' },
  },
  'words that nobody knows': {
    rows: ['U7;S1;osasto;Y;;;;;;', 'U8;S1;yksikkö;Y;;;;ehkä;;', 'U9;S1;yksikkö;Y;;;;;kai;'],
    refused: { U7: 'kind-unknown', U8: 'sensitive-wrong', U9: 'closed-wrong' },
  },
  'what is missing': {
    rows: [
      'U7;;yksikkö;Y;;;;;;',
      'U8;S1;;Y;;;;;;',
      'U9;S1;yksikkö;;Namn;;;;;',
      ';S1;yksikkö;Y;;;;;;',
    ],
    refused: { U7: 'parent-missing', U8: 'kind-missing', U9: 'name-missing', '': 'code-missing' },
  },
  'rows of another length': {
    rows: ['U8;S1;yksikkö;Y', 'U9;S1;yksikkö;Y;;;;;;;;ylimääräinen', 'U7;S1;yksikkö;Y;;;;;;;;;'],
    refused: { U8: 'cells-differ', U9: 'cells-differ' },
    changed: ['U7'],
  },
  'closing above what is open': {
    rows: [
      'S1;D;palvelu;Palvelu 1;;;;;kyllä;',
      'U1;S1;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;;kyllä;X',
    ],
    refused: { S1: 'open-below', U1: 'successor-unknown' },
  },
  'successors that cannot be': {
    rows: [
      'U1;S1;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;;kyllä;S2',
      'U2;S1;yksikkö;Yksikkö 2;;;1.2.246.10.1.10.2;kyllä;ei;U1',
    ],
    refused: { U1: 'successor-kind', U2: 'successor-of-open' },
  },
  'two that would go on in each other': {
    rows: [
      'U1;S1;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;;kyllä;U2',
      'U2;S1;yksikkö;Yksikkö 2;;;1.2.246.10.1.10.2;kyllä;kyllä;U1',
    ],
    refused: { U1: 'successor-closed', U2: 'successor-closed' },
  },
  'a second county': {
    rows: ['C9;;hyvinvointialue;Toinen;;;;;;'],
    refused: { C9: 'second-county' },
  },
  'a name with a control character': {
    rows: ['U9;S1;yksikkö;A\u0000B;;;;;;'],
    refused: { U9: 'name-wrong' },
  },
};
test.for(Object.entries(cases))(
  'refused with a reason: %s',
  async ([, { rows, refused, changed = [] }], { ctx }) => {
    await bringInTree(ctx);
    const before = await shapeOf(ctx);
    const outcome = await bringIn(ctx, file(...rows));
    expect(refusalsOf(outcome)).toEqual(refused);
    expect(Object.keys(changesOf(outcome))).toEqual(changed);
    expect(outcome.accepted + outcome.refused).toBe(rows.length);
    expect(
      outcome.lines.every(({ refusals }) =>
        refusals.every(({ detail }) => !/{{|Jokin meni/.test(detail)),
      ),
    ).toBe(true);
    const after = await shapeOf(ctx);
    for (const code of changed) delete after[code];
    expect(after).toEqual(before);
  },
);
