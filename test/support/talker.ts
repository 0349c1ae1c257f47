import type {Page} from 'playwright-core';
import {PageVisitor} from './visitor.js';

/** Somebody at a chat. */
export class Talker extends PageVisitor {
  constructor(page: Page) {
    super(page, 'mz-chat');
  }

  /** Types a message, sends it with Enter, and waits for what is said to it. */
  async say(text: string): Promise<string> {
    const messages = this.hook('[data-bericht]');
    const before = await messages.count();
    const field = this.hook('[data-invoer=vraag]');
    await field.fill(text);
    await field.press('Enter');
    await this.page.waitForFunction((count) => document.querySelector('mz-chat')!.shadowRoot!.querySelectorAll('[data-bericht]').length >= count, before + 2);
    return (await messages.last().innerText()).replace(/\s+/g, ' ');
  }

  steun(): Promise<(string | null)[]> {
    return this.hook('[data-bericht]').last().locator('[data-steun]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-steun')));
  }

  nood(): Promise<(string | null)[]> {
    return this.hook('[data-bericht]').last().locator('[data-nood]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  }
}
