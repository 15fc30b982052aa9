import { type FormView, openFeedbackPoint, openInvitation } from '#modules/collection';
import type { County } from '#modules/organisation';
import { describeAnchors } from '#modules/paths';
import { listRedirections } from '#modules/surveys';
import type { Fault } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { inEachLanguage } from '#site/addresses.ts';
import type { Page } from '#site/show-page.tsx';
import { FormPage, type FormPageProps } from './form-page.tsx';
import { gonePage } from './gone-page.tsx';
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
  /** The address without its query. */
  readonly path: string;
  readonly script: string;
  /** Seals a form of an open point. */
  readonly seal: (code: string) => string;
}

/** The form behind a way in, with what was typed if it was sent before; else the page of those that lead nowhere. */
export async function drawForm(visit: FormVisit, wayIn: WayIn, sent?: Sent): Promise<Page> {
  const { ctx, county, language, path, script } = visit;
  const seal = 'code' in wayIn ? visit.seal(wayIn.code) : '';
  const view = await ('code' in wayIn
    ? openFeedbackPoint(ctx, wayIn.code)
    : openInvitation(ctx, wayIn.token));
  if (!view) return gonePage(language);
  const t = words(language);
  const address = (of: Language): string => `${path}?l=${of}`;
  const title = t('site:form.title');
  return {
    facts: {
      title: sent ? t('site:form.faultTitle', { title }) : title,
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
        typed={sent ? withWhatIsMissing(sent, view, seal) : nothingTyped(view.survey.id, seal)}
        faults={sent?.faults ?? []}
      />
    ),
    status: sent ? 422 : 200,
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
