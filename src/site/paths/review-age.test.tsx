import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReviewAge } from './review-age.tsx';

const said = (due: string | null, today: string): string =>
  renderToStaticMarkup(<ReviewAge due={due} language="fi" today={today} />);

test('rule 5: a page tells its age from the day after it was due, and not before', () => {
  expect(said(null, '2027-05-19')).toBe('');
  expect(said('2027-05-18', '2027-05-18')).toBe('');
  expect(said('2027-05-18', '2027-05-19')).toBe(
    '<p>Tämä sivu piti tarkistaa viimeistään 18.5.2027. Osa tiedoista voi olla vanhentunut.</p>',
  );
});
