import type { z } from 'zod';
import type { ElementKind } from './element.ts';
import { Properties } from './element-properties.ts';

/** How a property is asked for on a screen; made of the schema, so that a new property needs no form of its own. */
export type Input =
  | { readonly as: 'choice'; readonly name: string; readonly options: readonly string[] }
  | { readonly as: 'flag' | 'day' | 'address'; readonly name: string }
  | { readonly as: 'line'; readonly name: string; readonly maximum: number }
  | {
      readonly as: 'number';
      readonly name: string;
      readonly least: number;
      readonly most: number;
      readonly optional: boolean;
    }
  | { readonly as: 'anchors'; readonly name: string; readonly of: readonly ElementKind[] }
  | { readonly as: 'entries'; readonly name: string; readonly of: string };

type Schema = z.core.$ZodType;

const INPUTS: ReadonlyMap<string, readonly Input[]> = new Map(
  Properties.options.map((option) => [
    option.shape.kind.value,
    Object.entries(option.shape as Record<string, Schema>).flatMap(([name, schema]) =>
      name === 'kind' ? [] : (inputOf(name, schema) ?? []),
    ),
  ]),
);

/** The properties of a kind that are asked for, in their order; those that a screen of its own asks for are left out. */
export const inputsOf = (kind: ElementKind): readonly Input[] => INPUTS.get(kind) ?? [];

interface Meaning {
  readonly anchors?: readonly ElementKind[];
  readonly entries?: string;
  readonly address?: true;
}

function inputOf(name: string, schema: Schema): Input | undefined {
  const meaning = (schema as z.ZodType).meta() as Meaning | undefined;
  if (meaning?.anchors) return { as: 'anchors', name, of: meaning.anchors };
  if (meaning?.entries) return { as: 'entries', name, of: meaning.entries };
  if (meaning?.address) return { as: 'address', name };
  return plainInput(name, bare(schema), false);
}

/** A schema without its first value. */
function bare(schema: Schema): Schema {
  return schema._zod.def.type === 'default'
    ? (schema as z.core.$ZodDefault)._zod.def.innerType
    : schema;
}

function plainInput(name: string, schema: Schema, optional: boolean): Input | undefined {
  switch (schema._zod.def.type) {
    case 'enum':
      return { as: 'choice', name, options: (schema as z.ZodEnum).options as string[] };
    case 'boolean':
      return { as: 'flag', name };
    case 'number': {
      const { minValue, maxValue } = schema as z.ZodNumber;
      return { as: 'number', name, least: minValue ?? 0, most: maxValue ?? 0, optional };
    }
    case 'nullable':
      return plainInput(name, (schema as z.core.$ZodNullable)._zod.def.innerType, true);
    case 'pipe':
      return plainInput(name, (schema as z.core.$ZodPipe)._zod.def.in, optional);
    case 'string':
      return (schema as z.ZodString).format === 'date'
        ? { as: 'day', name }
        : { as: 'line', name, maximum: (schema as z.ZodString).maxLength ?? 0 };
    default:
      return undefined;
  }
}
