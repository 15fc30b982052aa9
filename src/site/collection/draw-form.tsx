import {
  openFeedbackPoint,
  type OpenForm,
  openInvitation,
  type FormView,
  viewForm,
} from '#modules/collection';
import type { County } from '#modules/organisation';
import { describeAnchors } from '#modules/paths';
import { listRedirections } from '#modules/surveys';
import type { Fault } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { inEachLanguage } from '#site/addresses.ts';
import { gap } from '#site/drawings.ts';
import type { Page } from '#site/show-page.tsx';
import { FormPage, type FormPageProps } from './form-page.tsx';
import type { WayIn } from './submission.ts';
import { nothingTyped, type Typed } from './typed.ts';

/** What was sent and cannot be taken as it is. */
export interface Sent {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** Where and for whom the form is drawn. */
export interface FormVisit {
  readonly ctx: RouteContext;
  readonly county: County;
  readonly language: Language;
  readonly script: string;
}

/** The form behind a way in; nothing where it leads nowhere. */
export const openForm = (ctx: RouteContext, wayIn: WayIn): Promise<OpenForm | undefined> =>
  'code' in wayIn ? openFeedbackPoint(ctx, wayIn.code) : openInvitation(ctx, wayIn.token);

/** What differs between forms that are otherwise alike: the address without its query, the hidden id, the seal, the unit's name. */
export type Blanks = Readonly<Record<'path' | 'id' | 'seal' | 'unit', string>>;

const GAPS: Blanks = { path: gap('path'), id: gap('id'), seal: gap('seal'), unit: gap('unit') };

/** A form on which nothing has been typed, with a gap for each of `Blanks`; those of open points are `sealed`. */
export async function drawBlankForm(
  visit: FormVisit,
  form: OpenForm,
  sealed: boolean,
): Promise<Page> {
  const { language } = visit;
  const node = form.node && { ...form.node, name: { [language]: GAPS.unit } };
  const typed = { ...nothingTyped(form.version, sealed ? GAPS.seal : ''), id: GAPS.id };
  const view = await viewForm(visit.ctx, { ...form, node });
  return drawForm(visit, view, GAPS.path, { typed, faults: [] });
}

/** The form with what was sent, and what is wrong with it. */
export async function drawSentForm(
  visit: FormVisit,
  form: OpenForm,
  { path, seal }: Pick<Blanks, 'path' | 'seal'>,
  sent: Sent,
): Promise<Page> {
  const view = await viewForm(visit.ctx, form);
  const typed = withWhatIsMissing(sent, view, seal);
  const page = await drawForm(visit, view, path, { ...sent, typed });
  const title = words(visit.language)('site:form.faultTitle', { title: page.facts.title });
  return { ...page, facts: { ...page.facts, title }, status: 422 };
}

async function drawForm(
  { ctx, county, language, script }: FormVisit,
  view: FormView,
  path: string,
  sent: Sent,
): Promise<Page> {
  const address = (of: Language): string => `${path}?l=${of}`;
  return {
    facts: {
      title: words(language)('site:form.title'),
      switches: inEachLanguage(county.languages, address),
      script,
    },
    content: (
      <FormPage
        view={view}
        place={await namePlace(ctx, view, language)}
        redirections={await listRedirections(ctx)}
        address={address(language)}
        language={language}
        {...sent}
      />
    ),
  };
}

/** A form that came without its version, with one that is none, or without a seal, is given the present ones, so that it can be sent. */
function withWhatIsMissing({ typed, faults }: Sent, { survey }: FormView, seal: string): Typed {
  const unknown = faults.some(({ pointer }) => pointer === '/surveyVersion');
  return { ...typed, seal: typed.seal || seal, ...(unknown && { version: survey.id }) };
}

async function namePlace(
  ctx: RouteContext,
  { path }: FormView,
  language: Language,
): Promise<FormPageProps['place']> {
  const described = path && (await describeAnchors(ctx, [path.id])).get(path.id);
  if (!described) return null;
  const anchor = described.anchors.get(path.anchor);
  const phase = anchor?.phase && described.anchors.get(anchor.phase);
  return {
    path: inLanguage(described.title, language),
    phase: phase ? inLanguage(phase.title, language) : null,
  };
}
