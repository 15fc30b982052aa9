import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import type { Variant } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import type { Properties } from './element-properties.ts';
import { loadVersion } from './load-version.ts';
import { type Parts, partsOf } from './path-parts.ts';
import { buildPathView, type PathView, type RestsOn } from './path-view.ts';
import type { PathWorld } from './tables.ts';

type PropertiesOf<K extends Properties['kind']> = Extract<Properties, { kind: K }>;

/** The path with the professional's own lane beside what the customer sees (promise P8, journeys 5.5). */
export interface ProfessionalView {
  readonly path: PathView;
  /** Whom professionals turn to in matters of the path: a role, never a person's name. */
  readonly contact: string;
  readonly processes: readonly ProcessView[];
  /** The lane by the anchor of the phase or step; one without anything of its own is not there. */
  readonly lane: Readonly<Record<string, LanePart>>;
}

/** A process of the county's own system that the path rests on (promise P7). */
export interface ProcessView {
  readonly anchor: string;
  readonly title: string;
  readonly system: string;
  readonly processId: string;
  readonly version: string;
  readonly url: string;
  /** The day on which the path was last compared with it. */
  readonly compared: string | null;
}

/** What a professional has at one phase or step. */
export interface LanePart {
  readonly tasks: readonly {
    anchor: string;
    text: string;
    roles: string;
    part: PropertiesOf<'task'>['part'];
  }[];
  readonly checks: readonly { anchor: string; text: string }[];
  readonly tips: readonly { anchor: string; text: string; author: string }[];
  readonly tools: readonly {
    anchor: string;
    title: string;
    text: string;
    url: string;
    training: string;
    kind: PropertiesOf<'tool'>['toolKind'];
    licence: string;
  }[];
  /** What is promised and aimed at here, by the codes of the handbook. */
  readonly restsOn: RestsOn;
}

/** The published path with the professional's lane. @throws AppError `not-found`. */
export async function getProfessionalView(
  ctx: Context<PathWorld>,
  path: string,
  variant: Variant,
): Promise<ProfessionalView> {
  const loaded = await loadVersion(ctx, path, variant, ['published']);
  const { head, elements, channels } = found(loaded, 'path-not-found');
  const part = partsOf(variant, elements, channels);
  const places = elements.filter(({ properties: { kind } }) => kind === 'phase' || kind === 'step');
  return {
    path: buildPathView(head, elements, channels),
    contact: part.text(part.root, 'contact'),
    processes: part.below(part.root, 'process-ref').map((process) => ({
      anchor: process.anchor,
      title: part.text(process, 'title'),
      system: process.properties.system,
      processId: process.properties.processId,
      version: process.properties.processVersion,
      url: part.choose(process.properties.url),
      compared: process.properties.compared,
    })),
    lane: Object.fromEntries(
      places.flatMap((place) => {
        const lane = lanePart(part, place);
        const { restsOn, ...lists } = lane;
        const nothing = Object.values({ ...lists, ...restsOn }).every(({ length }) => length === 0);
        return nothing ? [] : [[place.anchor, lane]];
      }),
    ),
  };
}

const lanePart = (part: Parts, place: DraftElement): LanePart => ({
  tasks: part.below(place, 'task').map((task) => ({
    anchor: task.anchor,
    text: part.text(task, 'text'),
    roles: part.text(task, 'roles'),
    part: task.properties.part,
  })),
  checks: part
    .below(place, 'check-question')
    .map((check) => ({ anchor: check.anchor, text: part.text(check, 'text') })),
  tips: part.below(place, 'tip').map((tip) => ({
    anchor: tip.anchor,
    text: part.text(tip, 'text'),
    author: part.text(tip, 'author'),
  })),
  tools: part.below(place, 'tool').map((tool) => ({
    anchor: tool.anchor,
    title: part.text(tool, 'title'),
    text: part.text(tool, 'text'),
    url: part.choose(tool.properties.url),
    training: part.choose(tool.properties.training),
    kind: tool.properties.toolKind,
    licence: part.text(tool, 'licence'),
  })),
  restsOn: restsOn(part, place),
});

/** What a phase or step rests on itself, and what the critical points do that stand there. */
function restsOn(part: Parts, place: DraftElement): RestsOn {
  const points = part
    .below(part.root, 'critical-point')
    .filter(({ properties }) => properties.at.includes(place.anchor));
  const named = [place, ...points].map(
    ({ properties }): Partial<RestsOn> => properties as Partial<RestsOn>,
  );
  return {
    promises: [...new Set(named.flatMap(({ promises = [] }) => promises))],
    aims: [...new Set(named.flatMap(({ aims = [] }) => aims))],
  };
}
