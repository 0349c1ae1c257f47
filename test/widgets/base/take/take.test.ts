import {expect} from '@open-wc/testing';
import {all, answer, clear, focused, has, inside, onTo, press, ready, stepOf, type as typeIn, toResult, until, type Tag} from '../../support.js';
import {publishToTake} from '../../take-fixtures.js';

const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const fields = (element: Tag, hook: string) => all(element, `[${hook}] textarea`) as unknown as HTMLTextAreaElement[];
const write = (field: HTMLTextAreaElement, words: string) => {
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
};

/** Stands in for what this browser has, and puts it back. */
async function withStub<K extends keyof Navigator>(name: K, value: unknown, act: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, name, {value, configurable: true});
  try {
    await act();
  } finally {
    delete (navigator as unknown as Record<string, unknown>)[name];
  }
}

async function result(options: {bare?: boolean; letters?: boolean} = {}, attributes = '') {
  const placed = await ready(attributes, {folder: await publishToTake(options)});
  await toResult(placed.element);
  return placed;
}

async function open(element: Tag, what: 'briefje' | 'taken') {
  await press(element, what);
  await until(() => has(element, what === 'briefje' ? '[data-regel]' : '[data-taak]'));
}

/** What a button copies, with a clipboard of our own. */
async function copied(element: Tag, index = 0): Promise<string> {
  let got = '';
  await withStub('clipboard', {writeText: async (words: string) => void (got = words)}, async () => {
    await press(element, 'kopieer', index);
    await until(() => got);
  });
  return got;
}

describe('the note', () => {
  afterEach(clear);

  it('stands in the visitor’s own answers, question by question, with what would help', async () => {
    const {element} = await result();
    await open(element, 'briefje');
    expect(fields(element, 'data-regel').map(({value}) => value)).to.deep.equal([
      'Beste dokter,',
      'Ik zorg voor iemand.',
      'Voor wie doe je weleens iets extra’s? Mijn vader, moeder of schoonouder',
      'Wat doe je zoal? Er zijn: luisteren, gezelschap, een oogje in het zeil; Wassen, aankleden, medicijnen',
      'Hoe slaap je? Ik word vaak gewekt',
      'Hoeveel jaar doe je dit al? 9',
      'Dit zou mij helpen:',
      'Nu meteen met iemand praten',
      'Iemand die een nacht of avond overneemt',
      'Samen verdelen met familie en vrienden',
      'Met vriendelijke groet,',
    ]);
    expect(focused(element)?.id).to.equal('mee-kop');
    for (const field of fields(element, 'data-regel')) expect(field.getAttribute('value')).to.equal(null);
  });

  it('is addressed to whom the visitor chooses, among those that the pack has for them', async () => {
    const {element} = await result();
    await open(element, 'briefje');
    expect(all(element, '.lezers label').map(text)).to.deep.equal(['Huisarts', 'Werkgever']);
    write(fields(element, 'data-regel')[1]!, 'Ik zorg al negen jaar.');
    all(element, '.lezers input')[1]!.click();
    await element.updateComplete;
    const lines = fields(element, 'data-regel').map(({value}) => value);
    expect(lines.slice(0, 2)).to.deep.equal(['Ik wil graag praten over mijn uren.', 'Ik zorg al negen jaar.']);
    expect(lines).to.not.include('Beste dokter,');
  });

  it('is the pack’s own letter where it follows the answers, with own words, and nothing that the letter leaves out', async () => {
    const {element} = await result({letters: true});
    await open(element, 'briefje');
    const lines = () => fields(element, 'data-regel').map(({value}) => value);
    expect(lines()).to.deep.equal(['Beste dokter,', 'Dit doe ik:', 'Ik ben er.', 'Ik word vaak wakker.', 'Met vriendelijke groet,']);
    expect(await copied(element)).to.contain('Dit doe ik:\n\n- Ik ben er.\n\nIk word vaak wakker.');
  });

  it('keeps away from the next reader what was thrown out or changed for the one before', async () => {
    const {element} = await result({letters: true});
    await open(element, 'briefje');
    await press(element, 'haal-weg', 2);
    all(element, '.lezers input')[1]!.click();
    await element.updateComplete;
    const lines = () => fields(element, 'data-regel').map(({value}) => value);
    expect(lines()).to.deep.equal(['Lieve allemaal,', 'Met vriendelijke groet,']);
    write(fields(element, 'data-regel')[1]!, 'Dag,');
    all(element, '.lezers input')[0]!.click();
    await element.updateComplete;
    expect(lines()).to.have.members(['Beste dokter,', 'Dit doe ik:', 'Ik word vaak wakker.', 'Dag,']);
  });

  it('has five readers where the pack names none', async () => {
    const {element} = await result({bare: true});
    await open(element, 'briefje');
    expect(all(element, '.lezers label').map(text)).to.deep.equal(['Huisarts', 'Gesprek met de gemeente (Wmo)', 'Werkgever', 'School', 'Familie en vrienden']);
  });

  it('goes as it was changed: edited, removed and added lines', async () => {
    const {element} = await result();
    await open(element, 'briefje');
    write(fields(element, 'data-regel')[4]!, 'Ik word drie keer per nacht gewekt.');
    await press(element, 'haal-weg', 5);
    await press(element, 'haal-weg', 2);
    await press(element, 'voeg-toe');
    write(fields(element, 'data-regel').at(-1)!, 'Mijn rug doet pijn.');
    const words = await copied(element);
    expect(words).to.contain('Briefje voor: Huisarts');
    expect(words).to.contain('- Ik word drie keer per nacht gewekt.');
    expect(words).to.contain('- Mijn rug doet pijn.');
    expect(words).to.not.contain('Ik word vaak gewekt');
    expect(words).to.not.contain('Hoeveel jaar');
    expect(words).to.not.contain('Voor wie doe je');
  });

  it('keeps what was typed beside the right line when one above it goes', async () => {
    const {element} = await result();
    await open(element, 'briefje');
    write(fields(element, 'data-regel')[0]!, 'Ik zorg voor iemand.');
    await press(element, 'haal-weg', 0);
    expect(fields(element, 'data-regel')[0]!.value).to.equal('Ik zorg voor iemand.');
    expect(fields(element, 'data-regel')[1]!.value).to.match(/^Voor wie doe je/);
    expect(element.shadowRoot!.activeElement).to.equal(fields(element, 'data-regel')[0]);
  });

  it('holds own words, and forgets them and itself with everything else', async () => {
    const {element} = await ready('', {folder: await publishToTake()});
    answer(element, 1);
    await onTo(element, 'taken');
    answer(element, 4);
    await element.updateComplete;
    await typeIn(element, 'De hond uitlaten');
    await onTo(element, 'jaren');
    await typeIn(element, '9');
    await onTo(element, 'nodig');
    answer(element, 1);
    await onTo(element, 'uitslag');
    await until(() => has(element, '[data-knop=briefje]'));
    await open(element, 'briefje');
    expect(fields(element, 'data-regel').map(({value}) => value)).to.include('De hond uitlaten');
    write(fields(element, 'data-regel')[0]!, 'Een geheim.');
    await press(element, 'wis');
    await until(() => stepOf(element) === 'wie');
    await toResult(element);
    await open(element, 'briefje');
    const after = fields(element, 'data-regel').map(({value}) => value).join('\n');
    expect(after).to.not.contain('geheim');
    expect(after).to.not.contain('hond');
  });

  it('closes, gives the focus back, and is as it was when it opens again', async () => {
    const {element} = await result();
    await open(element, 'briefje');
    expect(has(element, '[data-knop=herinnering]'), 'the plan’s own buttons give way').to.equal(false);
    write(fields(element, 'data-regel')[0]!, 'Beste mevrouw Jansen,');
    await press(element, 'sluit');
    expect(has(element, '[data-regel]')).to.equal(false);
    expect((focused(element) as HTMLElement).dataset.knop).to.equal('briefje');
    expect(inside(element, '[data-knop=briefje]').getAttribute('aria-expanded')).to.equal('false');
    await open(element, 'briefje');
    expect(fields(element, 'data-regel')[0]!.value).to.equal('Beste mevrouw Jansen,');
  });

  it('is accessible, also empty', async () => {
    const {element} = await result();
    await open(element, 'briefje');
    await expect(element).to.be.accessible();
    while (has(element, '[data-regel]')) await press(element, 'haal-weg');
    expect(text(inside(element, '#mee-briefje'))).to.contain('Er staat nog niets in');
    await expect(element).to.be.accessible();
  });
});

describe('the tasks', () => {
  afterEach(clear);

  it('are those that the pack has for this visitor, each with a sentence to send', async () => {
    const {element} = await result();
    await open(element, 'taken');
    expect(all(element, '[data-taak] strong').map(text)).to.deep.equal(['Een keer koken', 'Een nacht blijven']);
    await press(element, 'haal-weg', 0);
    write(fields(element, 'data-taak')[0]!, 'Kun jij zaterdag blijven slapen?');
    const words = await copied(element);
    expect(words).to.contain('Een nacht blijven\nKun jij zaterdag blijven slapen?');
    expect(words).to.not.contain('koken');
    await expect(element).to.be.accessible();
  });

  it('are what was ticked where the pack has no list', async () => {
    const {element} = await result({bare: true});
    await open(element, 'taken');
    expect(fields(element, 'data-taak').map(({value}) => value)).to.deep.equal([
      'Kun jij mij helpen met: Er zijn: luisteren, gezelschap, een oogje in het zeil?',
      'Kun jij mij helpen met: Wassen, aankleden, medicijnen?',
    ]);
  });

  it('are sent one by one: by the share sheet where there is one, else by the clipboard', async () => {
    const {element} = await result();
    await open(element, 'taken');
    let shared: unknown;
    await withStub('share', async (data: unknown) => void (shared = data), async () => {
      await press(element, 'stuur', 1);
      await until(() => shared);
    });
    expect(shared).to.deep.equal({title: '', text: 'Zou jij een nacht willen blijven slapen?'});
    await withStub('clipboard', undefined, async () => {
      await press(element, 'stuur', 0);
      await until(() => has(element, '.mee textarea[readonly]'));
    });
    expect(inside<HTMLTextAreaElement>(element, '.mee textarea[readonly]').value).to.equal('Zou jij woensdag willen koken?');
  });
});

describe('the plan', () => {
  afterEach(clear);

  it('is copied with what was told, why, a first step with addresses written out, and whom to call', async () => {
    const {element} = await result();
    await until(() => has(element, '[data-knop=kopieer]'));
    const words = await copied(element);
    for (const part of ['Dit doe jij', '- je wordt vaak gewekt', 'Iemand die een nacht of avond overneemt', 'Omdat je vaak gewekt wordt.', 'Eerste stap: Bel het steunpunt en vraag naar nachtzorg thuis: 0123 456 789.', 'Steunpunt Mantelzorg Voorbeeldstad', 'example.org/steunpunt', 'Gemaakt op']) expect(words).to.contain(part);
    expect(text(inside(element, '.gezegd[role=status]'))).to.match(/^Gekopieerd/);
  });

  it('is not there for who cares for nobody: an end without advice has the contact, and nothing to take along', async () => {
    const {element} = await ready('', {folder: await publishToTake()});
    answer(element, 5);
    await press(element, 'verder');
    await until(() => stepOf(element) === 'niemand');
    expect(has(element, '[data-contact]')).to.equal(true);
    for (const kind of ['print', 'link', 'briefje', 'taken']) expect(has(element, `[data-knop=${kind}]`), kind).to.equal(false);
  });

  it('says so and shows the text when the clipboard is missing or refuses', async () => {
    const {element} = await result();
    for (const clipboard of [undefined, {writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError'))}]) {
      await withStub('clipboard', clipboard, async () => {
        await press(element, 'kopieer');
        await until(() => has(element, '.mee textarea[readonly]'));
      });
      expect(inside<HTMLTextAreaElement>(element, '.mee textarea[readonly]').value).to.contain('Dit doe jij');
      expect(text(inside(element, '.gezegd:not(:empty)'))).to.match(/Kopiëren lukt hier niet/);
      await expect(element).to.be.accessible();
    }
  });

  it('has a share button only where there is a share sheet, and takes no for no answer', async () => {
    const {element} = await result();
    expect(has(element, '[data-knop=deel]')).to.equal(false);
    let given: {title: string; text: string} | undefined;
    await withStub('share', (data: typeof given) => ((given = data), Promise.reject(new DOMException('no', 'AbortError'))), async () => {
      await press(element, 'meer');
      await press(element, 'deel');
      await until(() => given);
      expect(given!.title).to.equal('Dit doe jij');
    });
    expect(all(element, '.gezegd').map(text).join('')).to.equal('');
    await withStub('share', () => Promise.reject(new DOMException('no', 'NotAllowedError')), async () => {
      await press(element, 'deel');
      await until(() => all(element, '.gezegd').some((line) => /Delen lukt hier niet/.test(text(line))));
    });
  });

  it('makes a link only when asked, says who can see it, and shows it as a code', async () => {
    const {element} = await result();
    expect(has(element, '[data-link]')).to.equal(false);
    await press(element, 'link');
    await until(() => has(element, '[data-link]'));
    const href = inside<HTMLAnchorElement>(element, '[data-link]').href;
    expect(href).to.match(/#mz=herken-je-jezelf&stap=wie&p=proef\.1&w=wie\.ouder~taken\.er-zijn\.wassen!naar-je-nachten~nacht\.gewekt~jaren!verder\*9~nodig\.lucht!uitslag$/);
    expect(inside(element, 'svg.qr path:last-child').getAttribute('d')).to.match(/^M0 0h7v1h-7z/);
    expect(text(inside(element, '#mee-link'))).to.contain('Wie deze link of code heeft, ziet je antwoorden.');
    expect(focused(element)?.id).to.equal('mee-kop');
    expect(location.hash).to.equal('');
    await expect(element).to.be.accessible();
    await press(element, 'sluit');
    expect((focused(element) as HTMLElement).dataset.knop).to.equal('link');
  });

  it('tells why and what would change it, from the conditions themselves', async () => {
    const {element} = await result();
    const card = inside(element, '[data-steun=nachtzorg]');
    card.querySelector<HTMLElement>('[data-knop=meer]')!.click();
    await element.updateComplete;
    expect([...card.querySelectorAll('ul[data-waarom] li')].map(text)).to.deep.equal(['je vaak gewekt wordt', 'je helpt met wassen en medicijnen']);
    expect([...card.querySelectorAll('[data-verandert] li')].map(text)).to.deep.equal(['Bij «Voor wie doe je weleens iets extra’s?» kiezen voor «Voor niemand»: dan staat dit er niet meer.', 'Bij «Wat doe je zoal?» «Wassen, aankleden, medicijnen» weglaten: dan staat dit er niet meer.']);
    const shared = inside(element, '[data-steun=taken-verdelen]');
    shared.querySelector<HTMLElement>('[data-knop=meer]')!.click();
    await element.updateComplete;
    expect(text(shared.querySelector('[data-verandert]')!)).to.equal('Bij «Voor wie doe je weleens iets extra’s?» kiezen voor «Voor niemand»: dan staat dit er niet meer.');
  });
});
