import {expect} from '@open-wc/testing';
import {all, answer, clear, inside, onTo, ready, warningsDuring} from './support.js';

/** Alone in its file: a page has one language for the words. */
describe('another language', () => {
  afterEach(clear);

  it('has the words in English, the content marked as Dutch, and warns a second widget that wants other words', async () => {
    const said = await warningsDuring(async () => {
      const {element} = await ready('lang="en"');
      expect(inside(element, '.widget').lang).to.equal('en');
      expect(inside(element, 'legend > div').lang).to.equal('nl');
      expect(inside(element, '.boven').textContent).to.contain('Question 1 of about');
      answer(element, 1);
      await onTo(element, 'taken');
      expect(inside(element, '[data-knop=terug]').textContent.trim()).to.equal('Back');
      await expect(element).to.be.accessible();
      const second = await ready('lang="nl"');
      expect(inside(second.element, '.widget').lang).to.equal('en');
      expect(inside(second.element, 'legend > div').lang).to.equal('nl');
      expect(all(second.element, '[lang=nl-x-u]').length).to.equal(0);
    }, /al in «en»/);
    expect(said.filter((line) => /al in «en»/.test(line)).length).to.equal(1);
  });
});
