import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {all, answer, asked, clear, focused, has, inside, onTo, place, press, ready, stepOf, toResult, type, until, warningsDuring} from '../support.js';

describe('the host element', () => {
  afterEach(clear);

  it('shows its children until the first question is operable, then the question', async () => {
    const {element, heard} = await place();
    await element.updateComplete;
    expect(has(element, 'slot')).to.equal(true);
    await until(() => heard.length >= 2);
    expect(heard.map(({type}) => type)).to.deep.equal(['mz-klaar', 'mz-stap']);
    expect(heard[1]!.detail).to.deep.equal({widget: 'herken-je-jezelf', gesprek: 'herken-je-jezelf', nummer: 1});
    expect(has(element, 'slot')).to.equal(false);
    expect(element.session).to.deep.equal({gesprek: 'herken-je-jezelf', nummer: 1, einde: false});
  });

  it('leaves focus alone on loading and puts it on every next question', async () => {
    const {element} = await ready();
    expect(document.activeElement).to.equal(document.body);
    answer(element, 2);
    await onTo(element, 'taken');
    await until(() => focused(element)?.textContent.includes('Wat doe je zoal?'));
    await press(element, 'terug');
    await until(() => focused(element)?.textContent.includes('Voor wie'));
  });

  it('does not repeat the question in a live region', async () => {
    const {element} = await ready();
    answer(element, 2);
    await onTo(element, 'taken');
    for (const region of all(element, '[role=status],[role=alert],[aria-live]')) expect(region.textContent.trim()).to.equal('');
  });

  it('walks to a result and tells so, with never an answer in an event', async () => {
    const {element, heard} = await ready();
    await toResult(element);
    await until(() => heard.some((one) => one.type === 'mz-uitslag'));
    expect(heard.filter((one) => one.type === 'mz-stap').map((one) => one.detail.nummer)).to.deep.equal([1, 2, 3, 4, 5, 6]);
    expect(JSON.stringify(heard)).not.to.match(/ouder|taken|wassen|gewekt|uitslag"?:/);
    expect(element.session).to.deep.equal({gesprek: 'herken-je-jezelf', nummer: 6, einde: true});
  });

  it('keeps what was answered when going back', async () => {
    const {element} = await ready();
    answer(element, 2);
    await onTo(element, 'taken');
    answer(element, 1);
    answer(element, 3);
    await onTo(element, 'nacht');
    await press(element, 'terug');
    expect(all(element, 'input').map((input) => (input as HTMLInputElement).checked)).to.deep.equal([true, true, false, false]);
  });

  it('starts again, and wipes every widget of the pack', async () => {
    const {element, pack} = await ready();
    const other = await ready('', {folder: pack});
    answer(element, 2);
    await onTo(element, 'taken');
    answer(other.element, 1);
    await onTo(other.element, 'taken');
    element.restart();
    await element.updateComplete;
    expect(stepOf(element)).to.equal('wie');
    expect(stepOf(other.element)).to.equal('taken');
    element.wipe();
    await other.element.updateComplete;
    expect(stepOf(other.element)).to.equal('wie');
    expect(inside<HTMLInputElement>(other.element, 'input').checked).to.equal(false);
  });

  it('survives being moved, removed and put back, and is forgotten with the rest when it was away', async () => {
    const {element, box, pack} = await ready();
    const other = await ready('', {folder: pack});
    answer(element, 2);
    await onTo(element, 'taken');
    document.body.prepend(box);
    await element.updateComplete;
    expect(stepOf(element)).to.equal('taken');
    element.remove();
    other.element.wipe();
    box.append(element);
    await element.updateComplete;
    expect(stepOf(element)).to.equal('wie');
  });

  it('gives a clone a life of its own', async () => {
    const {element, box, heard} = await ready();
    answer(element, 2);
    await onTo(element, 'taken');
    const twin = element.cloneNode(true) as typeof element;
    heard.length = 0;
    box.append(twin);
    await until(() => heard.some((one) => one.type === 'mz-stap'));
    expect(stepOf(twin)).to.equal('wie');
    expect(stepOf(element)).to.equal('taken');
    expect(twin.querySelectorAll('p').length).to.equal(1);
  });

  it('opens again when told to open something else', async () => {
    const {element, heard} = await ready();
    heard.length = 0;
    element.setAttribute('stap', 'wie');
    await until(() => heard.some((one) => one.type === 'mz-klaar'));
    expect(stepOf(element)).to.equal('wie');
  });

  it('follows the headings of the page, and takes a level from the site', async () => {
    const {element} = await ready();
    expect(inside(element, '#kop').localName).to.equal('h3');
    element.setAttribute('kopniveau', '5');
    await element.updateComplete;
    expect(inside(element, '#kop').localName).to.equal('h5');
  });

  it('warns once about each wrong attribute and goes on with the default', async () => {
    const said = await warningsDuring(async () => {
      const {element} = await ready('kopniveau="9" aanspreekvorm="jij" stap="nergens"');
      await ready('kopniveau="9" aanspreekvorm="jij" stap="nergens"');
      expect(stepOf(element)).to.equal('wie');
    }, /stap=/);
    expect(said.filter((line) => /kopniveau/.test(line)).length).to.equal(1);
    expect(said.filter((line) => /aanspreekvorm/.test(line)).length).to.equal(1);
    expect(said.filter((line) => /stap=/.test(line)).length).to.equal(1);
  });

  it('asks for everything once, however many widgets there are', async () => {
    const {pack} = await ready();
    await ready('', {folder: pack});
    expect(asked.filter((url) => url.endsWith('herken-je-jezelf.nl.json')).length).to.equal(1);
  });

  it('goes on when a browser translation has replaced the text nodes', async () => {
    const {element} = await ready();
    const translate = () => {
      const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) if (walker.currentNode.textContent!.trim()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const outer = document.createElement('font');
        const font = document.createElement('font');
        font.textContent = `«${text.data.trim()}»`;
        outer.append(font);
        text.replaceWith(outer);
      }
    };
    translate();
    await press(element, 'verder');
    await until(() => has(element, '[data-fout]'));
    expect(inside(element, '[data-fout]').textContent.trim()).to.match(/^Kies/);
    translate();
    answer(element, 2);
    await onTo(element, 'taken');
    translate();
    answer(element, 3);
    await element.updateComplete;
    expect(inside(element, '[data-knop=verder]').textContent.trim()).to.equal('Naar je nachten');
    translate();
    await onTo(element, 'nacht');
    expect(inside(element, '#kop').textContent.trim()).to.equal('Hoe slaap je?');
    expect(all(element, '[data-antwoord]').map((label) => label.textContent.trim())).to.deep.equal(['Goed', 'Ik word vaak gewekt']);
  });

  it('keeps no widget in memory through its store once it left', async () => {
    const {element, box} = await ready();
    answer(element, 2);
    await onTo(element, 'taken');
    box.remove();
    element.wipe();
    expect(element.session!.nummer).to.equal(1);
  });

  it('brings the top of the widget into sight only when it is out of sight', async () => {
    await setViewport({width: 400, height: 500});
    const {element, box} = await ready();
    box.style.paddingBlock = '30px 2000px';
    scrollTo(0, 0);
    await until(() => scrollY === 0);
    answer(element, 3);
    inside(element, '[data-knop=verder]').scrollIntoView({block: 'end'});
    scrollTo(0, element.getBoundingClientRect().top + scrollY + 200);
    await onTo(element, 'taken');
    expect(element.getBoundingClientRect().top).to.be.within(-2, 60);
    box.style.paddingBlock = '';
    await type;
    await setViewport({width: 800, height: 600});
  });
});
