import type {Locator, Page} from 'playwright-core';
import {waitForEvent} from './page.js';

type Watched = {__witness: {events: {type: string}[]}};

/** Somebody who goes through a widget on a whole page, by its stable hooks only. */
export class PageVisitor {
  readonly widget: Locator;

  constructor(
    readonly page: Page,
    readonly tag = 'mz-herken-je-jezelf',
  ) {
    this.widget = page.locator(tag).first();
  }

  hook(selector: string): Locator {
    return this.widget.locator(selector);
  }

  step(): Promise<string | null> {
    return this.hook('[data-stap]').getAttribute('data-stap');
  }

  /** The question that is up, as read. */
  async question(): Promise<string> {
    return (await this.hook('[data-stap] :is(h1,h2,h3,h4,h5,h6)').first().innerText()).trim();
  }

  async atEnd(): Promise<boolean> {
    return (await this.hook('[data-knop="verder"]').count()) === 0;
  }

  /** Does something that leads to another screen, and waits until it is painted and focused. */
  async moving(action: () => Promise<void>): Promise<void> {
    const before = await this.page.evaluate(() => (globalThis as unknown as Watched).__witness.events.filter((event) => event.type === 'mz-stap').length);
    await action();
    await waitForEvent(this.page, 'mz-stap', before + 1);
  }

  /** Answers the question that is up with its answer number `pick` (the last one if there are fewer), by mouse. */
  async answer(pick = 0): Promise<void> {
    const answers = this.hook('[data-stap] [data-antwoord]');
    const count = await answers.count();
    if (count) await answers.nth(Math.min(pick, count - 1)).click();
    await this.fillIn();
    await this.moving(() => this.hook('[data-knop="verder"]').first().click());
  }

  /** Answers by keyboard: Tab to the answer, Space, Tab to the button, Enter. Focus must already be in the step or before it. */
  async answerByKeyboard(): Promise<void> {
    if (await this.hook('[data-stap] [data-antwoord]').count()) {
      await this.tabTo('[data-antwoord] input');
      await this.page.keyboard.press('Space');
    }
    if (await this.hook('[data-invoer="getal"]').count()) {
      await this.tabTo('[data-invoer="getal"]');
      await this.page.keyboard.type('45');
    }
    await this.tabTo('[data-knop="verder"]');
    await this.moving(() => this.page.keyboard.press('Enter'));
  }

  private async fillIn(): Promise<void> {
    const number = this.hook('[data-invoer="getal"]');
    if (await number.count()) await number.first().fill('45');
  }

  /** Presses Tab until the focus is on something that matches. */
  async tabTo(selector: string, most = 60): Promise<void> {
    for (let presses = 0; presses < most; presses++) {
      await this.page.keyboard.press('Tab');
      if (await this.focusMatches(selector)) return;
    }
    throw new Error(`${selector} is not within ${most} presses of Tab.`);
  }

  focusMatches(selector: string): Promise<boolean> {
    return this.page.evaluate((wanted) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.matches(wanted) ?? false;
    }, selector);
  }

  /** Walks on until no button leads further; returns the steps seen. `each` looks at every screen. */
  async walk(answer: () => Promise<void> = () => this.answer(), each: () => Promise<void> = async () => undefined): Promise<string[]> {
    const seen: string[] = [];
    for (let steps = 0; steps < 40; steps++) {
      seen.push((await this.step()) ?? '');
      await each();
      if (await this.atEnd()) return seen;
      await answer();
    }
    throw new Error(`No end after ${seen.join(' → ')}`);
  }

  /**
   * As `walk`, by clicks that a script in the page gives: for tests that are about the way before it or about the end.
   * `picks` has the number of the answer for each question, from 0; the first one where it has none.
   */
  rush(picks: readonly number[] = []): Promise<string[]> {
    return this.widget.evaluate(async (host, chosen) => {
      const root = host.shadowRoot!;
      const click = (element: HTMLElement, what: string) => {
        if (!element.getClientRects().length) throw new Error(`${what} cannot be seen.`);
        element.click();
      };
      const seen: string[] = [];
      while (seen.length < 40) {
        seen.push(root.querySelector('[data-stap]')!.getAttribute('data-stap')!);
        const button = root.querySelector<HTMLElement>('[data-knop="verder"]');
        if (!button) return seen;
        const moved = new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`Stuck after ${seen.join(' → ')}`)), 15_000);
          host.addEventListener('mz-stap', () => (clearTimeout(late), resolve()), {once: true});
        });
        const answers = root.querySelectorAll<HTMLElement>('[data-stap] [data-antwoord]');
        const pick = Math.min(chosen[seen.length - 1] ?? 0, answers.length - 1);
        if (answers.length) click(answers[pick]!, `Answer ${pick}`);
        const field = root.querySelector<HTMLInputElement>('[data-invoer="getal"]');
        if (field) {
          field.value = '45';
          field.dispatchEvent(new Event('input', {bubbles: true}));
        }
        click(button, 'The button');
        await moved;
      }
      throw new Error(`No end after ${seen.join(' → ')}`);
    }, picks);
  }
}
