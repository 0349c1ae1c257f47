import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {all, answer, clear, has, inside, onTo, press, ready, stepOf, toResult, until} from '../support.js';

describe('a result', () => {
  afterEach(clear);

  it('says back what was told, and shows what fits, best first and what cannot wait before it', async () => {
    const {element} = await ready();
    await toResult(element);
    expect(all(element, '.samenvatting li').map((line) => line.textContent.trim())).to.deep.equal([
      'je helpt je vader of moeder',
      'je bent er voor gezelschap',
      'je helpt met wassen en medicijnen',
      'je wordt vaak gewekt',
    ]);
    expect(all(element, '[data-steun]').map((card) => card.dataset.steun)).to.deep.equal(['crisis', 'nachtzorg', 'taken-verdelen']);
  });

  it('gives each card a reason, a first step and who arranges it', async () => {
    const {element} = await ready();
    await toResult(element);
    const card = inside(element, '[data-steun=nachtzorg]');
    expect(card.querySelector('[data-waarom]')!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Omdat je vaak gewekt wordt en je helpt met wassen en medicijnen.');
    expect(card.textContent).to.contain('Bel het steunpunt en vraag naar nachtzorg thuis');
    const arranged = card.querySelector<HTMLElement>('[data-geregeld-via]')!;
    expect(arranged.dataset.geregeldVia).to.equal('gemeente zorgkantoor');
    expect(arranged.textContent).to.contain('De gemeente of het zorgkantoor');
  });

  it('keeps costs, what happens and sources behind a disclosure', async () => {
    const {element} = await ready();
    await toResult(element);
    const button = inside(element, '[data-steun=nachtzorg] [data-knop=meer]');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(button.textContent.replace(/\s+/g, ' ')).to.contain('Meer over Iemand die een nacht');
    button.click();
    await element.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(inside(element, '[data-steun=nachtzorg]').textContent).to.match(/eigen bijdrage[\s\S]*kennismaken[\s\S]*Voorbeeldbron/);
  });

  it('has the pack’s contact and the tag’s own children, once', async () => {
    const {element} = await ready();
    await toResult(element);
    expect(all(element, 'slot').length).to.equal(1);
    expect(inside(element, '[data-contact]').textContent).to.contain('Steunpunt Mantelzorg Voorbeeldstad');
    expect(inside<HTMLAnchorElement>(element, '[data-contact] a[href^=tel]').getAttribute('href')).to.equal('tel:0123456789');
    expect(inside<HTMLSlotElement>(element, '[data-contact] slot').assignedElements().length).to.equal(1);
  });

  it('says what the site says itself only once, in any spelling of a number, and all of it where the site says something else', async () => {
    const shown = async (own: string) => {
      const {element} = await ready('', {inside: own});
      await toResult(element);
      const lines = all(element, '[data-contact] p').filter((line) => line.getClientRects().length);
      expect(inside<HTMLSlotElement>(element, '[data-contact] slot').assignedElements().every((one) => one.getClientRects().length)).to.equal(true);
      clear();
      return lines.map((line) => line.textContent!.replace(/\s+/g, ' ').replace(/ \(.*/, '').trim());
    };
    const every = ['Steunpunt Mantelzorg Voorbeeldstad', '0123 456 789', 'maandag tot en met vrijdag, 9 tot 17 uur', 'steunpunt@example.org', 'example.org/steunpunt', 'Dorpsstraat 1, Voorbeeldstad'];
    expect(await shown('<p>Bel <a href="tel:0123456780">0123 456 780</a>.</p>')).to.deep.equal(every);
    expect(await shown('<p>Bel 0123 456 789.</p>'), 'what cannot be pressed').to.deep.equal(every);
    const said = '<p>Bel <b>steunpunt  mantelzorg Voorbeeldstad</b>: <a href="tel:+31-123-456789">0123-456789</a>, maandag tot en met vrijdag, 9 tot 17 uur.</p><a href="https://example.org/steunpunt/">Kijk op onze site</a>';
    expect(await shown(said)).to.deep.equal(['steunpunt@example.org', 'Dorpsstraat 1, Voorbeeldstad']);
  });

  it('marks emergency numbers in an urgent call-out only', async () => {
    const {element} = await ready();
    await toResult(element);
    expect(all(element, '[data-nood]').map((link) => [link.dataset.nood, link.getAttribute('href')])).to.deep.equal([['spoed', 'tel:112']]);
  });

  it('tells the site that somebody calls, and nothing more', async () => {
    const {element, heard} = await ready();
    await toResult(element);
    for (const selector of ['[data-nood]', '[data-contact] a[href^=mailto]', '[data-contact] a[href^=https]', '.bronnen a']) {
      const link = inside(element, selector);
      link.addEventListener('click', (event) => event.preventDefault(), {once: true});
      link.click();
    }
    expect(heard.filter(({type}) => type === 'mz-contact').map(({detail}) => detail)).to.deep.equal([
      {widget: 'herken-je-jezelf', soort: 'bellen'},
      {widget: 'herken-je-jezelf', soort: 'mailen'},
      {widget: 'herken-je-jezelf', soort: 'website'},
    ]);
  });

  it('shows what was told with a way to change each answer, and refills the later ones', async () => {
    const {element} = await ready();
    await toResult(element);
    const recap = inside<HTMLDetailsElement>(element, '[data-recap]');
    expect(recap.open).to.equal(false);
    recap.querySelector('summary')!.click();
    await until(() => recap.open);
    const buttons = [...recap.querySelectorAll<HTMLElement>('[data-knop=wijzig]')];
    expect(buttons.length).to.equal(5);
    expect(buttons[0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Wijzig: Voor wie doe je weleens iets extra’s?');
    expect(recap.textContent).to.contain('Ik word vaak gewekt');
    buttons[0]!.click();
    await until(() => stepOf(element) === 'wie');
    expect(inside<HTMLInputElement>(element, '[data-antwoord="2"] input').checked).to.equal(true);
    answer(element, 1);
    await press(element, 'verder');
    await until(() => stepOf(element) === 'uitslag');
    expect(inside(element, '.samenvatting').textContent).to.contain('je bent er voor je partner');
    expect(inside(element, '.samenvatting').textContent).to.contain('je wordt vaak gewekt');
  });

  it('has what was told at its top, and on a question below it', async () => {
    const {element} = await ready();
    const isAbove = () => Boolean(inside(element, '[data-recap]').compareDocumentPosition(inside(element, '#kop')) & Node.DOCUMENT_POSITION_FOLLOWING);
    answer(element, 1);
    await onTo(element, 'taken');
    expect(isAbove()).to.equal(false);
    await press(element, 'terug');
    await until(() => stepOf(element) === 'wie');
    await toResult(element);
    expect(all(element, '[data-recap]').length).to.equal(1);
    expect(isAbove()).to.equal(true);
    inside(element, '[data-recap] summary').click();
    await until(() => inside<HTMLDetailsElement>(element, '[data-recap]').open);
    const again = inside(element, '[data-knop=opnieuw]').getBoundingClientRect();
    const summary = inside(element, '[data-recap] summary').getBoundingClientRect();
    expect(summary.right, 'beside each other, also when open').to.be.at.most(again.left);
    expect(Math.abs(summary.top - again.top)).to.be.below(8);
  });

  it('prints in light colours, with what was told where that is open, and without what is only for the screen', async () => {
    const {element} = await ready();
    await toResult(element);
    const shows = (selector: string) => inside(element, selector).getClientRects().length > 0;
    try {
      await emulateMedia({media: 'print', colorScheme: 'dark'});
      expect(shows('[data-recap]')).to.equal(false);
      inside<HTMLDetailsElement>(element, '[data-recap]').open = true;
      expect(shows('[data-recap] dd p')).to.equal(true);
      expect(shows('[data-knop=opnieuw]')).to.equal(false);
      expect(shows('[data-contact] a')).to.equal(true);
      expect(getComputedStyle(inside(element, '.widget')).colorScheme).to.equal('light');
    } finally {
      await emulateMedia({media: 'screen', colorScheme: 'light'});
    }
  });

  it('says what its disclosures do now, also when a browser translation has replaced the words', async () => {
    const {element} = await ready();
    await toResult(element);
    const button = inside(element, '[data-steun=nachtzorg] [data-knop=meer]');
    const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode.textContent!.trim()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      font.textContent = `«${text.data.trim()}»`;
      text.replaceWith(font);
    }
    button.click();
    await element.updateComplete;
    expect(button.textContent).to.contain('Minder');
    expect(button.textContent).to.not.contain('«Meer»');
  });

  it('leads from its top to the person to call, by keyboard too', async () => {
    const {element} = await ready();
    await toResult(element);
    const call = inside(element, '[data-knop=contact]');
    const cards = inside(element, '.kaarten');
    expect(call.compareDocumentPosition(cards) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
    call.click();
    const title = element.shadowRoot!.activeElement!;
    expect(title.closest('[data-contact]')).to.not.equal(null);
    const {top, bottom} = title.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(inside(element, '[data-contact]').getAttribute('aria-labelledby')).to.equal(title.id);
  });

  it('breaks long addresses at their signs and copies them whole', async () => {
    const {element} = await ready();
    await toResult(element);
    const mail = inside(element, '[data-contact] a[href^=mailto]');
    expect(mail.textContent.trim()).to.equal('steunpunt@example.org');
    expect([...mail.querySelectorAll('.heel')].map((part) => part.textContent)).to.deep.equal(['steunpunt@', 'example.org']);
    expect(mail.querySelectorAll('wbr').length).to.equal(1);
    for (const part of mail.querySelectorAll('.heel')) expect(getComputedStyle(part).textDecorationLine).to.equal('underline');
    expect(inside(element, '[data-contact] a[href^=https]').textContent).to.match(/^example\.org\/steunpunt/);
  });

  it('gives the tag’s own children room, and no more below than above', async () => {
    const {element} = await ready('', {inside: '<p>Bel 0123 456 789.</p>'});
    await toResult(element);
    const own = element.querySelector('p')!.getBoundingClientRect();
    const block = inside(element, '[data-contact]');
    const lines = [...block.querySelectorAll('p')];
    expect(own.top - lines.at(-1)!.getBoundingClientRect().bottom).to.be.at.least(8);
    const padding = parseFloat(getComputedStyle(block).paddingBlockEnd);
    expect(block.getBoundingClientRect().bottom - own.bottom).to.be.closeTo(padding, 1);
  });

  it('keeps numbers and sentences in their own order in a page that goes from right to left', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const {element} = await ready();
      await toResult(element);
      const phone = inside(element, '[data-contact] a[href^=tel]');
      expect(getComputedStyle(phone).direction).to.equal('ltr');
      const paragraph = inside(element, '.uitslag section p');
      expect(getComputedStyle(paragraph).unicodeBidi).to.equal('plaintext');
      expect(getComputedStyle(paragraph).textAlign).to.equal('right');
    } finally {
      document.documentElement.dir = '';
    }
  });

  it('shows own words in the recap', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    answer(element, 4);
    await element.updateComplete;
    const field = inside<HTMLInputElement>(element, '[data-invoer=tekst]');
    field.value = 'De hond uitlaten';
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await onTo(element, 'jaren');
    inside(element, 'summary').click();
    await until(() => has(element, '[data-recap] dd'));
    expect(inside(element, '[data-recap]').textContent).to.contain('De hond uitlaten');
  });

  it('leads into another flow in a sentence and back again', async () => {
    const {element} = await ready();
    await toResult(element);
    inside(element, '[data-gesprek=hulp-aanbieden]').click();
    await until(() => stepOf(element) === 'wat');
    expect(element.session!.gesprek).to.equal('herken-je-jezelf');
    await press(element, 'terug');
    await until(() => stepOf(element) === 'uitslag');
    expect(has(element, '[data-steun]')).to.equal(true);
  });

  it('goes to a source and leaves the address alone', async () => {
    const {element} = await ready();
    await toResult(element);
    const before = location.href;
    inside(element, 'sup a').click();
    expect(element.shadowRoot!.activeElement!.localName).to.equal('li');
    expect(location.href).to.equal(before);
  });

  it('begins again and shows no contact twice behind its button', async () => {
    const {element} = await ready();
    await toResult(element);
    await press(element, 'opnieuw');
    expect(stepOf(element)).to.equal('wie');
    expect(has(element, 'slot')).to.equal(false);
    await press(element, 'contact');
    expect(inside(element, '[data-contact]').textContent).to.contain('Steunpunt');
    expect(all(element, 'slot').length).to.equal(1);
    await press(element, 'contact');
    expect(has(element, '[data-contact]')).to.equal(false);
  });
});
