import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PATH_TEMPLATES, type PathCopyForm, type PathSummary } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet, useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Select } from '#ui/select.tsx';
import { BeginFields, type Beginning } from './template-fields.tsx';

/** The form as far as it has been filled in; what is missing the server tells. */
type Unfinished = Partial<Omit<PathCopyForm, 'from'>> & {
  readonly from: { readonly kind: 'path' | 'template'; path?: string; template?: string };
};

type Choice = (typeof PATH_TEMPLATES)[number] | 'own';

/** Begins a path from a template, or as a copy of another path. */
export function TemplateScreen() {
  const t = useWords();
  return (
    <>
      <ScreenHeader
        title={t('paths:template.title')}
        lead={t('paths:template.lead')}
        breadcrumb={[{ label: t('paths:title'), href: '/staff/paths' }]}
      />
      <Card>
        <BeginForm />
      </Card>
    </>
  );
}

function BeginForm() {
  const t = useWords();
  const navigate = useNavigate();
  const [beginning, setBeginning] = useState<Beginning>({ title: '', node: null });
  const [choice, setChoice] = useState<Choice>('multi-service');
  const [path, setPath] = useState<string | null>(null);
  const copying = useSend<Unfinished, { id: string }>('POST', '/api/path-copies', {
    invalidate: ['/api/paths'],
  });
  const submit = () =>
    copying.send(
      {
        title: { fi: beginning.title },
        ...(beginning.node !== null && { node: beginning.node }),
        from:
          choice === 'own'
            ? { kind: 'path', ...(path !== null && { path }) }
            : { kind: 'template', template: choice },
      },
      ({ id }) => void navigate(`/staff/paths/${id}`),
    );
  return (
    <Form problem={copying.problem} label={t('paths:template.title')} onSubmit={submit}>
      <RadioGroup<Choice>
        name="from/template"
        label={t('paths:template.which')}
        options={[
          ...PATH_TEMPLATES.map((template) => ({
            value: template,
            label: t(`paths:template.name.${template}`),
            detail: t(`paths:template.detail.${template}`),
          })),
          {
            value: 'own',
            label: t('paths:template.own'),
            detail: t('paths:template.ownDetail'),
          },
        ]}
        value={choice}
        onChange={setChoice}
      />
      {choice === 'own' && <OwnPath path={path} onChange={setPath} />}
      <BeginFields
        names={{ title: 'title/fi', node: 'node' }}
        value={beginning}
        onChange={setBeginning}
      />
      <FormActions>
        <Button type="submit" kind="primary" pending={copying.pending}>
          {t('paths:template.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}

function OwnPath({ path, onChange }: { path: string | null; onChange: (path: string) => void }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useGet<{ paths: PathSummary[] }>('/api/paths');
  return (
    <Select
      name="from/path"
      label={t('paths:template.path')}
      options={(data?.paths ?? []).map(({ id, title, node }) => ({
        value: id,
        label: inLanguage(title, language) || t('paths:list.unnamed'),
        detail: inLanguage(node.name, language),
      }))}
      value={path}
      onChange={onChange}
    />
  );
}
