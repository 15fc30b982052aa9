import { PathDocument } from '#modules/paths';
import { abortionUnits, county, multiServiceUnits, stiUnits } from './organisation.ts';
import abortion from './paths/abortion.json' with { type: 'json' };
import multiService from './paths/multi-service.json' with { type: 'json' };
import sti from './paths/sti.json' with { type: 'json' };
import strategic from './paths/strategic.json' with { type: 'json' };

type Name = 'sti' | 'abortion' | 'multiService' | 'strategic';

/** The ids of the example county's paths by their names. */
export type PathIds = Readonly<Record<Name, string>>;

/** A path of the example county; who owns it and which units offer it, by their codes. */
export interface ExamplePath {
  readonly name: Name;
  readonly owner: string;
  readonly units: readonly string[];
  readonly document: PathDocument;
}

/** The paths of the example county. */
export const examplePaths: readonly ExamplePath[] = [
  { name: 'sti', owner: 'S123', units: stiUnits, document: PathDocument.parse(sti) },
  { name: 'abortion', owner: 'S123', units: abortionUnits, document: PathDocument.parse(abortion) },
  {
    name: 'multiService',
    owner: 'S221',
    units: multiServiceUnits,
    document: PathDocument.parse(multiService),
  },
  { name: 'strategic', owner: county.code, units: [], document: PathDocument.parse(strategic) },
];

/** The phases of one of them, in their order. */
export const phasesOf = (wanted: Name): string[] =>
  (examplePaths.find(({ name }) => name === wanted)?.document.path.children ?? []).flatMap(
    ({ kind, anchor }) => (kind === 'phase' ? [anchor] : []),
  );
