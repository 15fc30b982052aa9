import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** How somebody uses a page: with a pointer, or with the keyboard alone. */
export interface Hands {
  readonly name: 'pointer' | 'keyboard';
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, in place of what was there. */
  write(target: Locator, text: string): Promise<void>;
  /** Chooses a radio button or ticks a box. */
  choose(target: Locator): Promise<void>;
  /** Ticks a box or takes its tick away. */
  tick(box: Locator): Promise<void>;
  /** Chooses a file of one's own. */
  give(field: Locator, path: string): Promise<void>;
  /** Chooses from a list that opens by a button. */
  pick(button: Locator, option: string | RegExp): Promise<void>;
}

/** Somebody with a pointer. */
export const pointer: Hands = {
  name: 'pointer',
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  // The label is what people press; the radio button itself may be drawn by it.
  choose: async (target) => {
    await target.check({ force: true });
    expect(await target.isChecked()).toBe(true);
  },
  tick: (box) => box.click({ force: true }),
  give: (field, path) => field.setInputFiles(path),
  async pick(button, option) {
    await button.click();
    await button.page().getByRole('option', { name: option }).click();
  },
};

const MOST_STOPS = 400;

/** Goes to a thing as the keyboard does, by Tab, and fails when it cannot be reached. */
async function reach(target: Locator): Promise<void> {
  const page = target.page();
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}

async function reachGroup(radio: Locator): Promise<void> {
  const page = radio.page();
  await radio.waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const there = await radio.evaluate((element) => {
      const active = document.activeElement;
      return (
        active instanceof HTMLInputElement &&
        active.type === 'radio' &&
        active.name === (element as HTMLInputElement).name
      );
    });
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(radio)}`);
}

/** Somebody with the keyboard alone. */
export const keyboard: Hands = {
  name: 'keyboard',
  async press(target) {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  async write(target, text) {
    await reach(target);
    await selectAll(target.page());
    await target.page().keyboard.type(text);
  },
  async choose(target) {
    await reachGroup(target);
    const page = target.page();
    await page.keyboard.press('Space');
    for (let step = 0; step < 40 && !(await target.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown');
    expect(await target.isChecked()).toBe(true);
  },
  async tick(box) {
    await reach(box);
    await box.page().keyboard.press('Space');
  },
  async give(field, path) {
    await reach(field);
    const opened = field.page().waitForEvent('filechooser');
    await field.page().keyboard.press('Space');
    await (await opened).setFiles(path);
  },
  async pick(button, option) {
    await reach(button);
    const page = button.page();
    await page.keyboard.press('Enter');
    const wanted = page.getByRole('option', { name: option });
    await wanted.waitFor();
    for (let step = 0; step < 60; step += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  },
};

const selectAll = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+a');
