import { findNodes } from '#modules/organisation';
import { findSurveyVersions, type SurveyVersion } from '#modules/surveys';
import { found } from '#platform/errors.ts';
import type { LocalText } from '#platform/i18n.ts';
import { hashOf } from '#platform/ids.ts';
import { findFormOfInvitation } from './invitation-store.ts';
import { findFormOfPoint } from './point-store.ts';
import type { CollectionContext } from './tables.ts';

/** A form that can be answered: what its way in says of it. The database tells this in one statement. */
export interface OpenForm {
  /** The version of its survey. */
  readonly version: string;
  /** The unit that is asked about; null when the form asks which of `units` it was. */
  readonly node: { readonly id: string; readonly name: LocalText } | null;
  /** The ids of those units. */
  readonly units: readonly string[];
  readonly path: { readonly id: string; readonly anchor: string } | null;
}

/** What a form shows. */
export interface FormView extends Pick<OpenForm, 'node' | 'path'> {
  readonly survey: SurveyVersion;
  readonly units: readonly { readonly id: string; readonly name: LocalText }[];
}

/** The form behind a short address; nothing when there is no such open point. Only reads: opening counts for nothing. */
export const openFeedbackPoint = (
  ctx: CollectionContext,
  code: string,
): Promise<OpenForm | undefined> => findFormOfPoint(ctx, code);

/** The form behind an invitation; nothing when it is used, has expired or never was. Only reads: opening uses nothing up. */
export const openInvitation = (
  ctx: CollectionContext,
  token: string,
): Promise<OpenForm | undefined> => findFormOfInvitation(ctx, hashOf(token));

/** Everything that an open form shows. */
export async function viewForm(
  ctx: CollectionContext,
  { version, node, units, path }: OpenForm,
): Promise<FormView> {
  const [survey] = await findSurveyVersions(ctx, [version]);
  const nodes = await findNodes(ctx, units);
  return {
    survey: found(survey, 'survey-not-found'),
    node,
    units: nodes.map(({ id, name }) => ({ id, name: name as LocalText })),
    path,
  };
}
