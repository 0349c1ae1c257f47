import {expect} from '@open-wc/testing';
import {all, answer, clear, down, has, inside, onTo, place, press, publish, ready, stepOf, toResult, until} from '../support.js';
import {integrityOf} from '../fixtures.js';

const codes = (heard: {type: string; detail: Record<string, unknown>}[]) => heard.filter(({type}) => type === 'mz-fout').map(({detail}) => detail.code);

describe('when something fails', () => {
  afterEach(clear);

  const cases: [string, string, (files: Record<string, string>) => void, string?][] = [
    ['the pack is not there', 'pakket-onbereikbaar', (files) => delete files['pakket.json']],
    ['the pack is no JSON', 'pakket-ongeldig', (files) => (files['pakket.json'] = '{"formaat": 1,')],
    ['the pack is something else', 'pakket-ongeldig', (files) => (files['pakket.json'] = '[]')],
    ['the pack is of a newer format', 'pakket-nieuwer', (files) => (files['pakket.json'] = '{"formaat": 99}')],
    ['a part was tampered with', 'pakket-gewijzigd', (files) => (files['flow.herken-je-jezelf.nl.json'] += ' ')],
    ['a part is missing', 'pakket-onbereikbaar', (files) => delete files['flow.herken-je-jezelf.nl.json']],
  ];
  for (const [when, code, edit] of cases) {
    it(`shows the children, a calm sentence and a way to try again: ${when}`, async () => {
      const {element, heard} = await ready('', {folder: await publish(edit)});
      expect(codes(heard)).to.deep.equal([code]);
      await element.updateComplete;
      const slot = inside<HTMLSlotElement>(element, 'slot');
      expect(slot.assignedElements()[0]!.textContent).to.contain('0123 456 789');
      expect(inside(element, '[role=status]').textContent).to.match(/nog eens proberen/);
      expect(has(element, '[data-stap]')).to.equal(false);
      await expect(element).to.be.accessible();
    });
  }

  it('opens after all when trying again works, with focus on the question', async () => {
    const folder = await publish();
    down.add(`${folder}pakket.json`);
    const {element, heard} = await ready('', {folder});
    await press(element, 'probeer');
    await until(() => codes(heard).length === 2);
    down.clear();
    await press(element, 'probeer');
    await until(() => heard.some(({type}) => type === 'mz-klaar'));
    expect(stepOf(element)).to.equal('wie');
    expect(element.shadowRoot!.activeElement!.id).to.equal('kop');
  });

  it('knows a manifest by its integrity', async () => {
    const folder = await publish();
    const right = await integrityOf(await (await fetch(`${folder}pakket.json`)).text());
    const good = await ready(`pakket="${folder}pakket.json" pakket-integriteit="${right}"`);
    expect(codes(good.heard)).to.deep.equal([]);
    const bad = await ready(`pakket="${folder}pakket.json" pakket-integriteit="${right.replace(/.$/, 'A')}"`);
    expect(codes(bad.heard)).to.deep.equal(['pakket-gewijzigd']);
  });

  it('keeps the place when a further flow cannot be had, and goes on when it can', async () => {
    const folder = await publish();
    const {element, heard} = await ready('', {folder});
    down.add(`${folder}flow.hulp-aanbieden.nl.json`);
    answer(element, 4);
    await press(element, 'verder');
    await until(() => has(element, '[data-knop=probeer]'));
    expect(codes(heard)).to.deep.equal(['deel-onbereikbaar']);
    expect(stepOf(element)).to.equal('wie');
    expect(inside<HTMLInputElement>(element, '[data-antwoord="4"] input').checked).to.equal(true);
    down.clear();
    await press(element, 'probeer');
    await until(() => stepOf(element) === 'wat');
  });

  it('shows the end’s own text and the contact while the results cannot be had', async () => {
    const folder = await publish();
    down.add(`${folder}support.all.nl.json`);
    const {element, heard} = await ready('', {folder});
    answer(element, 1);
    await onTo(element, 'taken');
    await onTo(element, 'jaren');
    await onTo(element, 'nodig');
    answer(element, 1);
    await onTo(element, 'uitslag');
    await until(() => has(element, '[data-knop=probeer]'));
    expect(codes(heard)).to.include('deel-onbereikbaar');
    expect(inside(element, '.uitslag').textContent).to.contain('mantelzorg');
    expect(inside(element, '[data-contact]').textContent).to.contain('0123 456 789');
    expect(all(element, '[data-knop=probeer]').length).to.be.greaterThan(0);
    down.clear();
    await press(element, 'probeer');
    await until(() => has(element, '[data-steun]'));
  });

  it('gives a hostile pack no hold', async () => {
    const evil = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
    const {element, heard} = await ready('', {
      folder: await publish((files) => {
        files['pakket.json'] = JSON.stringify({formaat: 1, __proto__: {polluted: 1}, parts: [{kind: evil}], contact: {name: evil, website: 'javascript:alert(1)'}});
      }),
    });
    expect(codes(heard)).to.deep.equal(['pakket-ongeldig']);
    expect(has(element, 'img')).to.equal(false);
    expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
  });

  it('tells once when nothing was placed at all', async () => {
    const {heard} = await place('', {tag: 'mz-gesprek'});
    await until(() => codes(heard).length);
    expect(codes(heard)).to.deep.equal(['gesprek-onbekend']);
  });

  it('reaches a result all the same on the first try', async () => {
    const {element, heard} = await ready();
    await toResult(element);
    expect(codes(heard)).to.deep.equal([]);
  });
});
