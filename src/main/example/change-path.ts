import { type PathDocument, publishReviewed, writeText } from '#modules/paths';
import type { AnyContext, Role } from '#platform/context.ts';
import type { Variant } from '#platform/language.ts';
import type { ExampleActor } from './fill-accounts.ts';
import { examplePaths, type PathIds } from './example-paths.ts';

type Element = PathDocument['path'];
type Texts = Partial<Record<Variant, string>>;

/** What one path did not say when it was first published; people asked for it, and the publisher told what changed. */
const CHANGE = {
  name: 'sti' satisfies keyof PathIds,
  anchor: 'varaa-aika',
  field: 'text',
  daysAgo: 60,
  before: {
    fi: 'Voit tulla vastaanotolle myös ilman oireita, jos et halua testata kotona. Saat tulkin, kun pyydät sitä varatessasi.',
    sv: 'Du kan komma till mottagningen också utan symtom, om du inte vill testa dig hemma. Du får en tolk när du ber om det vid bokningen.',
    en: 'You can come without symptoms too, if you do not want to test at home. You get an interpreter if you ask for one when you book.',
    'fi-simple': 'Voit tulla myös ilman oireita. Voit pyytää tulkin.',
  } satisfies Texts,
  note: {
    fi: 'Ajanvarauksen kohdalla kerrotaan nyt, että oireista tarvitsee puhua vain hoitajalle. Moni toivoi sitä palautteessa.',
    sv: 'Vid tidsbokningen står det nu att du behöver berätta om symtomen bara för sjukskötaren. Många önskade det i sin respons.',
    en: 'The booking step now says that you only need to tell the nurse about your symptoms. Many of you asked for this.',
  },
  internalNote: 'Palautteen perusteella: katso toimenpide ”Oireista kerrotaan vain hoitajalle”.',
} as const;

/** The document as the path was first published. */
export function asItWas(name: keyof PathIds, document: PathDocument): PathDocument {
  if (name !== CHANGE.name) return document;
  return { ...document, path: asBefore(document.path) };
}

/** When a path was first published: before it was changed, else now. */
export function asThen(ctx: AnyContext, name: keyof PathIds): AnyContext {
  if (name !== CHANGE.name) return ctx;
  const then = new Date(ctx.now().getTime() - CHANGE.daysAgo * 86_400_000);
  return { ...ctx, now: () => then };
}

/** Makes the path say what its document says, has it reviewed and publishes it with a word to the public about it. */
export async function changePath(
  ctx: AnyContext,
  paths: PathIds,
  accounts: ReadonlyMap<Role, ExampleActor>,
  reviewed: string,
): Promise<void> {
  const path = paths[CHANGE.name];
  const { anchor, field } = CHANGE;
  const editor = { ...ctx, actor: accounts.get('editor')! };
  const texts = Object.entries(findChanged(documentOf(CHANGE.name).path)?.texts?.[field] ?? {}) as [
    Variant,
    string,
  ][];
  for (const [language, text] of texts) {
    const place = { path, anchor, field, language, text };
    const seen = await writeText(editor, { ...place, expectedRevision: null });
    if (seen.kind === 'clash')
      await writeText(editor, { ...place, expectedRevision: seen.current.revision });
  }
  await publishReviewed(
    { ...ctx, actor: accounts.get('publisher')! },
    path,
    {
      content: accounts.get('reviewer')!,
      clinical: accounts.get('clinical-reviewer')!,
      text: reviewed,
    },
    { changeNote: CHANGE.note, internalNote: CHANGE.internalNote },
  );
}

const documentOf = (wanted: keyof PathIds): PathDocument =>
  examplePaths.find(({ name }) => name === wanted)!.document;

function asBefore(element: Element): Element {
  const { anchor, texts, children } = element;
  return {
    ...element,
    ...(anchor === CHANGE.anchor && { texts: { ...texts, [CHANGE.field]: CHANGE.before } }),
    ...(children && { children: children.map(asBefore) }),
  };
}

const findChanged = (element: Element): Element | undefined =>
  element.anchor === CHANGE.anchor
    ? element
    : element.children?.map(findChanged).find((found) => found !== undefined);
