import {html, type TemplateResult} from 'lit';
import {expect, waitFor} from 'storybook/test';

/** The pack of the stories, compiled by scripts/story-packs.mjs. */
export const SHOWROOM = '/packs/toonzaal/pakket.json';
export const BASIS = '/packs/basis/pakket.json';
/** Has offers. */
export const GEMEENTE = '/packs/gemeente/pakket.json';

/** What a site puts inside a tag: shown without scripts, while loading and on failure. */
export const fallback = html`<p>Vragen? Bel het steunpunt (verzonnen): 0123 456 789.</p>`;

export interface FlowArgs {
  gesprek: string;
  pakket?: string;
  lang?: string;
  aanspreekvorm?: string;
}

export function renderFlow({gesprek, pakket = SHOWROOM, lang = 'nl', aanspreekvorm = 'je'}: FlowArgs): TemplateResult {
  return html`<mz-gesprek gesprek=${gesprek} pakket=${pakket} lang=${lang} aanspreekvorm=${aanspreekvorm}>${fallback}</mz-gesprek>`;
}

/** Plays a story as a visitor: by the stable hooks inside the shadow root. */
export class Visitor {
  #host: HTMLElement;

  constructor(canvas: HTMLElement, tag = 'mz-gesprek') {
    this.#host = canvas.querySelector<HTMLElement>(tag)!;
  }

  /** The first element for a hook such as `data-knop="verder"`, once it is there. */
  async find<E extends HTMLElement = HTMLElement>(hook: string): Promise<E> {
    return await waitFor(
      () => {
        const found = this.#host.shadowRoot?.querySelector<E>(hook);
        if (!found) throw new Error(`Nothing matches ${hook}.`);
        return found;
      },
      {timeout: 15_000},
    );
  }

  async at(step: string): Promise<void> {
    await this.find(`[data-stap="${step}"]`);
  }

  /** Chooses or ticks the answers with these numbers. */
  async choose(...numbers: number[]): Promise<void> {
    for (const number of numbers) {
      (await this.find(`[data-antwoord="${number}"] input`)).click();
    }
  }

  async press(kind: string): Promise<void> {
    (await this.find(`[data-knop="${kind}"]`)).click();
  }

  async type(kind: string, text: string): Promise<void> {
    const field = await this.find<HTMLInputElement>(`[data-invoer="${kind}"]`);
    field.value = text;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }

  /** Waits for a hook, and fails the story when it never comes. */
  async sees(hook: string): Promise<void> {
    await expect(await this.find(hook)).toBeTruthy();
  }
}

/** What every language shows: ticking, and an error. */
export const ticking = async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
  const visitor = new Visitor(canvasElement);
  await visitor.at('taken');
  await visitor.choose(1);
};

export const refused = async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
  const visitor = new Visitor(canvasElement);
  await visitor.press('verder');
  await visitor.sees('[data-fout]');
};
