import { readFileSync } from 'node:fs';
import { suomifiDesignTokens } from 'suomifi-design-tokens';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** What a custom property is, without a county's own value before it. */
function valueOf(name: string): string {
  const value = new RegExp(`^ {2}--${name}: (.*);$`, 'm').exec(css)?.[1] ?? '';
  return value.replace(/^var\(--county-[a-z-]+, (.*)\)$/, '$1');
}

const { colors, spacing, radiuses } = suomifiDesignTokens;
const spaced = (color: string): string => color.replaceAll(', ', ' ');

describe('the tokens are those of Suomi.fi', () => {
  test.each([
    ['color-brand', colors.brandBase],
    ['color-accent', colors.accentBase],
    ['color-text', colors.blackBase],
    ['color-ground', colors.whiteBase],
    ['color-wash', colors.depthLight3],
    ['color-line', colors.depthLight1],
    ['color-edge', colors.depthDark2],
    ['color-tint', colors.depthSecondary],
    ['color-tint-strong', colors.highlightLight2],
    ['color-success', colors.successDark1],
    ['color-warning', colors.warningBase],
    ['color-warning-ground', colors.warningLight1],
    ['color-alert', colors.alertBase],
    ['color-alert-ground', colors.alertLight1],
    ['color-info', colors.infoBase],
    ['color-info-ground', colors.infoLight1],
  ])('%s', (name, color) => expect(valueOf(name)).toBe(spaced(color)));

  test.each(['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl', 'xxxxl'] as const)(
    'space-%s',
    (step) => expect(valueOf(`space-${step}`)).toBe(spacing[step]),
  );

  test('radius', () => expect(valueOf('radius')).toBe(radiuses.basic));
});

/** The contrast of two colours by WCAG's formula. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [h = 0, s = 0, l = 0] = color.match(/[\d.]+/g)!.map(Number);
  const channel = (n: number): number => {
    const k = (n + h / 30) % 12;
    const range = (s / 100) * Math.min(l / 100, 1 - l / 100);
    const value = l / 100 - range * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4);
}

describe('text can be read', () => {
  test.each([
    ['color-text', 'color-ground'],
    ['color-text-soft', 'color-ground'],
    ['color-text-soft', 'color-wash'],
    ['color-link', 'color-ground'],
    ['color-link', 'color-tint'],
    ['color-brand', 'color-tint'],
    ['color-accent-text', 'color-accent-ground'],
    ['color-success-text', 'color-success-ground'],
    ['color-warning-text', 'color-warning-ground'],
    ['color-alert-text', 'color-alert-ground'],
  ])('%s on %s: at least 7:1', (text, ground) =>
    expect(contrast(valueOf(text), valueOf(ground))).toBeGreaterThanOrEqual(7),
  );

  test.each(['color-link', 'color-text-soft'])(
    '%s on the tinted grounds: at least 4.5:1',
    (text) => {
      for (const ground of ['alert', 'warning', 'success', 'accent']) {
        expect(contrast(valueOf(text), valueOf(`color-${ground}-ground`))).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    },
  );

  test.each(['color-edge', 'color-focus'])('%s bounds what can be used: at least 3:1', (edge) =>
    expect(contrast(valueOf(edge), valueOf('color-ground'))).toBeGreaterThanOrEqual(3),
  );
});
