import {expect} from '@open-wc/testing';
import {all, answer, clear, inside, onTo, ready} from './support.js';

/** Alone in its file: a page has one language for the words. */
describe('formal Dutch', () => {
  afterEach(clear);

  it('says u, and tells the browser nothing but nl', async () => {
    const {element} = await ready('aanspreekvorm="u"');
    expect(inside(element, '.onder').textContent).to.contain('Wat u invult');
    answer(element, 1);
    await onTo(element, 'taken');
    expect(inside(element, '#hint').textContent).to.contain('U kunt meer');
    expect(inside(element, '.widget').lang).to.equal('nl');
    expect(all(element, '[lang*=x]').length).to.equal(0);
  });
});
