import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FormActions } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';

/** Buttons, links and tags. */
export function WordSamples() {
  return (
    <>
      <Card title="Button">
        <FormActions>
          <Button kind="primary">Record an action</Button>
          <Button>Secondary</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="danger" icon="remove">
            Remove
          </Button>
        </FormActions>
        <FormActions>
          <Button kind="primary" disabled>
            Disabled
          </Button>
          <Button kind="primary" pending>
            Pending
          </Button>
          <Button icon="print">With an icon</Button>
          <Button pending>Pending</Button>
        </FormActions>
        <FormActions>
          <Button small kind="primary">
            Small
          </Button>
          <Button small>Small</Button>
          <Button small kind="quiet">
            Small
          </Button>
          <Button small kind="danger">
            Small
          </Button>
        </FormActions>
      </Card>
      <Card title="Link and LinkButton">
        <p>
          A <Link href="/staff">link in text</Link> leads somewhere.
        </p>
        <FormActions>
          <LinkButton href="/staff" kind="primary">
            Open
          </LinkButton>
          <LinkButton href="/staff">Open the guide</LinkButton>
          <LinkButton href="/staff" kind="quiet" icon="download" small>
            Fetch as CSV
          </LinkButton>
        </FormActions>
      </Card>
      <Card title="Tag">
        <FormActions>
          <Tag>too few</Tag>
          <Tag tone="good">enough</Tag>
          <Tag tone="warning">imprecise</Tag>
          <Tag tone="bad">below</Tag>
          <Tag tone="info">draft</Tag>
        </FormActions>
      </Card>
    </>
  );
}
