import {expect} from '@open-wc/testing';
import {all, answer, clear, has, inside, onTo, press, publish, ready, toResult} from '../support.js';
import {QUIZ} from '../fixtures.js';

describe('text from a pack', () => {
  afterEach(clear);

  it('opens a glossary word below its paragraph', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    await onTo(element, 'jaren');
    await onTo(element, 'nodig');
    const word = inside(element, '.begrip');
    expect(word.getAttribute('aria-expanded')).to.equal('false');
    word.click();
    await element.updateComplete;
    expect(element.shadowRoot!.getElementById(word.getAttribute('aria-controls')!)!.textContent).to.contain('even van je over');
    word.click();
    await element.updateComplete;
    expect(has(element, '.uitleg')).to.equal(false);
  });

  it('keeps heading levels in order', async () => {
    const {element} = await ready();
    await toResult(element);
    const levels = all(element, 'h1,h2,h3,h4,h5,h6').map((heading) => Number(heading.localName[1]));
    expect(levels[0]).to.equal(3);
    for (let n = 1; n < levels.length; n++) expect(levels[n]! - levels[n - 1]!).to.be.at.most(1);
  });

  it('shows script-like text as text, wherever it stands', async () => {
    const evil = '<img src=x onerror=globalThis.hacked=1>';
    const swap = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(swap);
      if (value === null || typeof value !== 'object') return value;
      const pairs = Object.entries(value).map(([key, inner]) => [key, ['title', 'label', 'explain', 'submit'].includes(key) && Array.isArray(inner) && typeof inner[0] === 'string' ? [evil] : swap(inner)]);
      return Object.fromEntries(pairs) as unknown;
    };
    const text = JSON.stringify(swap(QUIZ));
    const {integrityOf} = await import('../fixtures.js');
    const integrity = await integrityOf(text);
    const {element} = await ready('', {
      folder: await publish((files) => {
        const manifest = JSON.parse(files['pakket.json']!) as {parts: {file: string; integrity: string}[]};
        manifest.parts[0]!.integrity = integrity;
        files['flow.herken-je-jezelf.nl.json'] = text;
        files['pakket.json'] = JSON.stringify(manifest);
      }),
    });
    expect(inside(element, '#kop').textContent.trim()).to.equal(evil);
    expect(all(element, 'img').length).to.equal(0);
    await press(element, 'verder');
    expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
  });
});
