import { z } from 'zod';
import { text } from '#platform/http/parse.ts';
import { VARIANTS } from '#platform/language.ts';
import { LIFE_EVENTS, PathSettings } from './contract.ts';
import { CHILDREN, type ElementKind } from './element.ts';
import { FIELDS } from './element-fields.ts';
import { Properties, Slug, SLUG } from './element-properties.ts';

/** An element of a path document with all that hangs on it. */
export interface ElementDocument {
  readonly anchor: string;
  readonly kind: ElementKind;
  /** The code of the channel that a channel use refers to. */
  readonly channel?: string | undefined;
  /** What differs from the first values of its kind. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  /** Field → variant → text. */
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Field → the variants that are older than what they were written from. */
  readonly outdated?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly children?: readonly ElementDocument[] | undefined;
}

// In normal form C, which may be longer than what was sent.
const byVariant = (maximum: number) =>
  z.partialRecord(z.enum(VARIANTS), text(maximum).pipe(z.string().max(maximum))).optional();

const schemas = new Map<ElementKind, z.ZodType<ElementDocument>>();

// No kind hangs on one of its own, so each is made of those that are there already.
function schemaOf(kind: ElementKind): z.ZodType<ElementDocument> {
  const made = schemas.get(kind) ?? makeSchema(kind);
  schemas.set(kind, made);
  return made;
}

function makeSchema(kind: ElementKind): z.ZodType<ElementDocument> {
  const properties = Properties.options.find(({ shape }) => shape.kind.value === kind)!;
  const names = FIELDS[kind].map(({ name }) => name);
  const texts = FIELDS[kind].map(({ name, maximum }) => [name, byVariant(maximum)]);
  const outdated = names.map((name) => [name, z.array(z.enum(VARIANTS)).optional()]);
  const children = CHILDREN[kind].map(schemaOf) as unknown as [z.core.$ZodTypeDiscriminable];
  return z
    .strictObject({
      anchor: Slug,
      kind: z.literal(kind),
      ...(kind === 'channel-use' && { channel: Slug }),
      properties: given(properties).optional(),
      texts: z.strictObject(Object.fromEntries(texts)).optional(),
      outdated: z.strictObject(Object.fromEntries(outdated)).optional(),
      ...(children.length > 0 && {
        children: z.array(z.discriminatedUnion('kind', children)).optional(),
      }),
    })
    .meta({ id: kind }) as unknown as z.ZodType<ElementDocument>;
}

// The properties of a kind, each of which may be left out: without its first value, so that a document stays as it is.
const given = (properties: z.ZodObject): z.ZodObject =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(properties.shape).flatMap(([name, schema]) =>
        name === 'kind'
          ? []
          : [[name, ((schema as z.ZodDefault).unwrap() as z.ZodType).optional()]],
      ),
    ),
  );

/** The identifier of the format and of its JSON Schema (draft 2020-12). */
export const PATH_FORMAT = 'urn:polku:service-path:1';

/**
 * A whole path in all its variants, as a file: how paths are kept outside, moved between counties and written by
 * hand. Anchors are kept; channels are named by their codes in the register, units by theirs in the tree.
 */
export const PathDocument = z.strictObject({
  format: z.literal(PATH_FORMAT),
  slugs: z.partialRecord(z.enum(['fi', 'sv', 'en']), Slug).default({}),
  clinical: z.boolean().default(false),
  settings: PathSettings.omit({ owner: true, deputy: true })
    .extend({ lifeEvents: z.array(z.enum(LIFE_EVENTS)) })
    .partial()
    .default({}),
  path: schemaOf('path'),
});
export type PathDocument = z.output<typeof PathDocument>;

/** The JSON Schema of the format, for editors and other systems. */
export const pathSchema = (): Record<string, unknown> => ({
  $id: PATH_FORMAT,
  title: 'Service path',
  ...z.toJSONSchema(PathDocument, {
    target: 'draft-2020-12',
    io: 'input',
    // What is checked after a text has been trimmed is not described by itself.
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === Slug) jsonSchema.pattern = SLUG.source;
    },
  }),
});
