import { findNodes } from '#modules/organisation';
import { findSurveyVersions, getSurveyInUse, type SurveyVersion } from '#modules/surveys';
import { hashOf } from '#platform/ids.ts';
import type { LocalText } from '#platform/i18n.ts';
import { findUsableInvitations } from './invitation-store.ts';
import { findOpenPoints } from './point-store.ts';
import type { CollectionContext } from './tables.ts';

/** What a form shows. */
export interface FormView {
  readonly survey: SurveyVersion;
  /** The unit that is asked about; null when the form asks which of `units` it was. */
  readonly node: { readonly id: string; readonly name: LocalText } | null;
  readonly units: readonly { readonly id: string; readonly name: LocalText }[];
  readonly path: { readonly id: string; readonly anchor: string } | null;
}

/** The form behind a short address; nothing when there is no such open point. Only reads: opening counts for nothing. */
export async function openFeedbackPoint(
  ctx: CollectionContext,
  code: string,
): Promise<FormView | undefined> {
  const point = (await findOpenPoints(ctx, [code])).get(code);
  if (!point) return undefined;
  const survey = await getSurveyInUse(ctx, point.survey);
  const units = await unitsOf(ctx, point.node === null ? point.units : [point.node]);
  if (units.length === 0) return undefined;
  const only = units.length === 1 ? units[0]! : null;
  return { survey, node: only, units: only ? [] : units, path: point.path };
}

/** The form behind an invitation; nothing when it is used, has expired or never was. Only reads: opening uses nothing up. */
export async function openInvitation(
  ctx: CollectionContext,
  token: string,
): Promise<FormView | undefined> {
  const [invitation] = (await findUsableInvitations(ctx, [hashOf(token)])).values();
  if (!invitation) return undefined;
  const [survey] = await findSurveyVersions(ctx, [invitation.surveyVersion]);
  const [node] = await unitsOf(ctx, [invitation.node]);
  return survey && node ? { survey, node, units: [], path: invitation.path } : undefined;
}

async function unitsOf(
  ctx: CollectionContext,
  ids: readonly string[],
): Promise<{ id: string; name: LocalText }[]> {
  const nodes = await findNodes(ctx, ids);
  return nodes.map(({ id, name }) => ({ id, name: name as LocalText }));
}
