import {expect} from '@open-wc/testing';
import {chatPack, UNDERSTANDING} from '../chat-fixtures.js';
import type {SupportPart} from '../../../src/flows/model/support.js';
import {SUPPORT} from '../fixtures.js';
import {all, answer, clear, down, focused, has, inside, onTo, press, publish, ready, stepOf, type, until, type Tag} from '../support.js';

const chat = async (attributes = '', edit?: (files: Record<string, string>) => void) => ready(attributes, {tag: 'mz-chat', folder: await publish(edit, [...chatPack()])});

const field = (element: Tag) => inside<HTMLTextAreaElement>(element, '[data-invoer=vraag]');
const messages = (element: Tag) => all(element, '[data-bericht]');
const textOf = (message: Element | undefined) => (message?.textContent ?? '').replace(/\s+/g, ' ').trim();
const last = (element: Tag) => messages(element).at(-1)!;
const log = (element: Tag) => inside(element, '[role=log]');

/** Sends a message and waits for the answer to it. */
async function say(element: Tag, text: string): Promise<HTMLElement> {
  const before = messages(element).length;
  field(element).focus();
  field(element).value = text;
  field(element).dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true, cancelable: true}));
  await until(() => messages(element).length >= before + 2);
  await element.updateComplete;
  return last(element);
}

/** Presses what moves on to another question, and waits until it is told. */
async function moveBy(element: Tag, kind: string, index = 0): Promise<void> {
  const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
  await press(element, kind, index);
  await told;
}

describe('<mz-chat>', () => {
  afterEach(clear);

  it('opens with honest words, the starters as buttons, a labelled log and a labelled field', async () => {
    const {element, heard} = await chat();
    expect(heard.find(({type}) => type === 'mz-klaar')!.detail).to.deep.equal({widget: 'chat'});
    expect(all(element, '[data-knop=starter]').map((button) => textOf(button))).to.deep.equal(['Doe ik veel?', 'Ik wil helpen']);
    expect(all(element, '[data-knop=starter][data-gesprek]')).to.deep.equal([]);
    expect(textOf(last(element))).to.contain('Ik ben een programma');
    expect(log(element).getAttribute('aria-label')).to.equal('Het gesprek');
    expect(log(element).getAttribute('aria-live')).to.equal('off');
    expect(inside(element, 'label[for=vraag]').textContent).to.equal('Stel je vraag');
    expect(has(element, '[data-antwoord]')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('puts the focus on the new question after a starter and after a pill, and the log stays silent', async () => {
    const {element} = await chat();
    await moveBy(element, 'starter');
    expect(stepOf(element)).to.equal('wie');
    await until(() => focused(element)?.id === 'kop');
    expect(log(element).getAttribute('aria-live')).to.equal('off');
    answer(element, 2);
    await onTo(element, 'taken');
    await until(() => focused(element)?.id === 'kop' && messages(element).length === 5);
    expect(log(element).getAttribute('aria-live')).to.equal('off');
    expect(messages(element).map(({dataset}) => [dataset['bericht'], dataset['van']])).to.deep.equal([['1', 'bot'], ['2', 'bezoeker'], ['3', 'bot'], ['4', 'bezoeker'], ['5', 'bot']]);
    expect(textOf(messages(element)[1])).to.contain('Doe ik veel?');
    expect(textOf(messages(element)[3])).to.contain('Mijn vader, moeder of schoonouder');
    expect(messages(element).filter((message) => message.hasAttribute('tabindex'))).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('keeps the focus in the field after typing, lets the log speak, and adds each message once', async () => {
    const {element} = await chat();
    const added: Node[] = [];
    const observer = new MutationObserver((records) => records.forEach(({addedNodes}) => added.push(...[...addedNodes].filter((node) => node instanceof Element && node.matches('[data-bericht]')))));
    observer.observe(log(element), {childList: true, subtree: true});
    await say(element, 'ik slaap niet meer');
    observer.disconnect();
    expect(focused(element)).to.equal(field(element));
    expect(field(element).value).to.equal('');
    expect(log(element).getAttribute('aria-live')).to.equal('polite');
    expect(added.length).to.equal(2);
    expect(all(element, '[data-steun]').map(({dataset}) => dataset['steun'])).to.deep.equal(['nachtzorg']);
    expect(textOf(last(element))).to.contain('Eerste stap');
    expect(inside(element, '[data-contact]').closest('[data-bericht]')).to.equal(last(element));
    await expect(element).to.be.accessible();
  });

  it('says nothing in the log while the hands are at a question', async () => {
    const {element} = await chat();
    await moveBy(element, 'starter');
    await say(element, 'hallo');
    expect(log(element).getAttribute('aria-live')).to.equal('polite');
    inside(element, '[data-antwoord="1"] input').focus();
    await element.updateComplete;
    expect(log(element).getAttribute('aria-live')).to.equal('off');
  });

  it('starts a new line with Shift and Enter, and sends nothing', async () => {
    const {element} = await chat();
    const event = new KeyboardEvent('keydown', {key: 'Enter', shiftKey: true, bubbles: true, composed: true, cancelable: true});
    field(element).value = 'een regel';
    field(element).dispatchEvent(event);
    await element.updateComplete;
    expect(event.defaultPrevented).to.equal(false);
    expect(messages(element).length).to.equal(1);
  });

  it('asks for words when nothing was typed, tied to the field', async () => {
    const {element} = await chat();
    field(element).value = '   ';
    await press(element, 'stuur');
    expect(messages(element).length).to.equal(1);
    expect(inside(element, '[data-fout]').id).to.equal(field(element).getAttribute('aria-describedby'));
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    await say(element, 'hallo');
    expect(has(element, '[data-fout]')).to.equal(false);
  });

  it('puts the numbers first when somebody calls for help: at the start, in the middle of a dialogue, below a card, at an end', async () => {
    const {element} = await chat();
    const alarmed = async () => {
      const message = await say(element, 'ik slaap niet meer en ik wil niet meer leven');
      const first = message.querySelector('[data-alarm]')!;
      expect([...message.querySelectorAll<HTMLElement>('[data-nood]')].map(({dataset}) => dataset['nood'])).to.deep.equal(['hulp', 'spoed']);
      const others = [...message.querySelectorAll('.bel, [data-steun], button')];
      for (const other of others) expect(first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.ok;
      expect(message.querySelector('[data-contact]')).to.be.ok;
      expect(message.querySelector('[data-steun]')).to.equal(null);
    };
    await alarmed();
    await say(element, 'iemand voor de nacht');
    all(element, '[data-steun] [data-knop=meer]').at(-1)!.click();
    await alarmed();
    await moveBy(element, 'starter', 0);
    answer(element, 5);
    await alarmed();
    await onTo(element, 'niemand');
    await alarmed();
    expect(all(element, '[data-contact]').length).to.equal(1);
    expect(all(element, 'slot').length).to.equal(1);
    await expect(element).to.be.accessible();
  });

  it('offers what may be meant, answers what is chosen, and has a way out', async () => {
    const {element} = await chat();
    await say(element, 'nachtzorg verdelen');
    const choices = all(element, '[data-knop=bedoel]');
    expect(choices.length).to.be.greaterThan(1);
    const before = messages(element).length;
    choices[1]!.click();
    await until(() => messages(element).length === before + 2);
    expect(textOf(messages(element).at(-2))).to.contain(textOf(choices[1]));
    expect(last(element).querySelector('[data-steun]')).to.be.ok;
    const other = all(element, '[data-knop=anders]').at(-1)!;
    other.focus();
    other.click();
    await until(() => last(element).querySelector('[data-knop=starter]'));
    expect(last(element).querySelector('[data-contact]')).to.be.ok;
    expect(focused(element), 'whoever pressed it keeps the focus').to.equal(other);
  });

  it('leads back to the question that is up, below what was said meanwhile, and only there', async () => {
    const {element} = await chat();
    expect((await say(element, 'hallo')).querySelector('[data-knop=vraag]')).to.equal(null);
    await moveBy(element, 'starter');
    expect(all(element, '[data-knop=vraag]').length).to.equal(0);
    const onward = (await say(element, 'ik wil niet meer leven')).querySelector<HTMLElement>('[data-knop=vraag]')!;
    expect(textOf(onward)).to.equal(`Verder met: ${textOf(inside(element, '#kop'))}`);
    onward.click();
    expect(focused(element)?.id).to.equal('kop');
    answer(element, 1);
    await onTo(element, 'taken');
    expect(all(element, '[data-knop=vraag]').length).to.equal(0);
  });

  it('puts no guesses below a call for help, only what is clear', async () => {
    const {element} = await chat();
    const guessed = await say(element, 'nachtzorg verdelen ik wil niet meer leven');
    expect(guessed.querySelector('[data-alarm]')).to.be.ok;
    const offered = guessed.querySelectorAll('[data-knop=bedoel]').length;
    const clear = await say(element, 'iemand voor de nacht. ik wil niet meer leven');
    expect(clear.querySelectorAll('[data-knop=bedoel]').length).to.be.greaterThan(0);
    expect(offered).to.be.lessThan(2);
  });

  it('says that it does not understand, with the starters and a person', async () => {
    const {element} = await chat();
    const message = await say(element, 'xqzt blorp');
    expect(textOf(message)).to.contain('Dat begrijp ik niet');
    expect(message.querySelectorAll('[data-knop=starter]').length).to.equal(2);
    expect(message.querySelector('[data-contact]')).to.be.ok;
  });

  it('does not tell whoever called for help to say it shorter', async () => {
    const {element} = await chat();
    await say(element, 'ik wil niet meer leven');
    const message = await say(element, 'xqzt blorp');
    expect(textOf(message)).to.contain('De nummers hierboven blijven staan');
    expect(textOf(message)).not.to.contain('Dat begrijp ik niet');
    expect(message.querySelectorAll('[data-knop=starter]').length).to.equal(2);
  });

  it('tells a fact with its source and date', async () => {
    const {element} = await chat();
    const message = await say(element, 'wat is het telefoonnummer van de hulplijn');
    expect(textOf(message)).to.contain('Nummer van de hulplijn: 0123 456 780');
    expect(textOf(message)).to.contain('Bron: Verzonnen bron, 1 maart 2026.');
    expect(message.querySelector('a')!.getAttribute('href')).to.equal('tel:0123456780');
  });

  it('leads to a person before anything else when one is asked for, and says that it is none', async () => {
    const {element} = await chat();
    for (const text of ['kan ik met een mens praten', 'hallo kan ik met een mens praten', 'kan ik met een mens praten over taken verdelen']) {
      const message = await say(element, text);
      const [said, contact] = [...message.querySelector('.antwoord')!.children];
      expect(textOf(said as HTMLElement)).to.equal('Ik ben een programma, geen mens. Hieronder staat wie je wel kunt spreken.');
      expect(contact!.matches('[data-contact]'), text).to.equal(true);
      expect(all(element, '[data-contact], [data-knop=contact]').length).to.equal(1);
      expect(textOf(message)).not.to.contain('Bedoel je');
    }
    expect(last(element).querySelector('[data-steun=taken-verdelen], [data-knop=bedoel]')).to.be.ok;
    const alarm = await say(element, 'ik wil niet meer leven, kan ik met een mens praten');
    expect(alarm.querySelector('.antwoord')!.firstElementChild!.matches('[data-alarm]')).to.equal(true);
  });

  it('explains a word, guesses no further, and leads to a person', async () => {
    const [files, manifest] = chatPack({understanding: {...UNDERSTANDING!, terms: [{id: 'lampje', says: ['lampje']}]}});
    const support: SupportPart = {...SUPPORT, terms: {lampje: {title: 'lampje', c: [{t: 'p', c: ['Een kleine lamp.']}]}}};
    const {element} = await ready('', {tag: 'mz-chat', folder: await publish(undefined, [{...files, 'support.all.nl.json': support}, manifest])});
    const message = await say(element, 'wat is een lampje');
    expect(textOf(message.querySelector('[data-uitleg]') as HTMLElement)).to.equal('lampje Een kleine lamp.');
    expect(textOf(message)).not.to.contain('Bedoel je');
    expect(message.querySelector('[data-contact]')).to.be.ok;
  });

  it('never judges what a doctor should', async () => {
    const {element} = await chat();
    const message = await say(element, 'welke pillen moet hij nemen');
    expect(textOf(message)).to.contain('ik ben geen dokter');
    expect(message.querySelector('[data-contact]')).to.be.ok;
  });

  it('offers a language that the pack has, goes on in it, and leads to a person for another', async () => {
    const {element} = await chat();
    const other = await say(element, 'annem hasta lütfen yardım');
    expect(textOf(other)).to.contain('Türkçe');
    expect(other.querySelector('[data-contact]')).to.be.ok;
    await say(element, 'my mother is ill please help');
    const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
    await press(element, 'taal');
    await told;
    expect(element.lang).to.equal('en');
  });

  it('keeps what was typed when the language changes: words, a place, and what was not sent yet', async () => {
    const {element} = await chat();
    const {length} = messages(element);
    await moveBy(element, 'starter', 1);
    await type(element, 'samen boodschappen doen');
    await moveBy(element, 'verder');
    await type(element, 'Verzonnendorp');
    field(element).value = 'nog een vr';
    for (const lang of ['en', 'nl']) {
      const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
      element.lang = lang;
      await told;
      expect(stepOf(element)).to.equal('waar');
      expect(inside<HTMLInputElement>(element, '[data-invoer=plaats]').value).to.equal('Verzonnendorp');
      expect(field(element).value).to.equal('nog een vr');
    }
    await moveBy(element, 'verder');
    const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
    element.lang = 'en';
    await told;
    expect(stepOf(element)).to.equal('tussen');
    expect(messages(element).slice(length).map(textOf).join()).to.match(/samen boodschappen doen.*Verzonnendorp/);
  });

  it('keeps what is ticked and typed beside it when the language changes', async () => {
    const {element} = await chat();
    await moveBy(element, 'starter', 0);
    answer(element, 1);
    await moveBy(element, 'verder');
    answer(element, 4);
    await element.updateComplete;
    await type(element, 'de tuin');
    const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
    element.lang = 'en';
    await told;
    expect(stepOf(element)).to.equal('taken');
    expect(inside<HTMLInputElement>(element, '[data-antwoord="4"] input').checked).to.equal(true);
    expect(inside<HTMLInputElement>(element, '[data-invoer=tekst]').value).to.equal('de tuin');
  });

  it('takes along what a message told, says so, and does not ask it again', async () => {
    const {element} = await chat();
    const message = await say(element, 'ik zorg voor mijn moeder');
    expect(textOf(message)).to.contain('Dit neem ik mee');
    expect(textOf(message)).to.contain('mijn moeder');
    await moveBy(element, 'starter', 0);
    await until(() => stepOf(element) === 'taken');
    expect(all(element, '[data-van=bezoeker]').map(textOf).join()).to.contain('Mijn vader, moeder of schoonouder');
  });

  it('takes nothing along that the visitor dropped', async () => {
    const {element} = await chat();
    await say(element, 'ik zorg voor mijn moeder');
    const turn = inside(element, '[data-knop=vergeet]');
    turn.focus();
    for (const [text, dropped] of [['Neem dit niet mee', true], ['Neem dit toch mee', false], ['Neem dit niet mee', true]] as const) {
      expect(textOf(turn)).to.equal(text);
      turn.click();
      await element.updateComplete;
      expect(focused(element)).to.equal(turn);
      expect(textOf(inside(element, '.mee-genomen [role=status]'))).to.equal(dropped ? 'Dit neem ik niet mee.' : '');
    }
    await moveBy(element, 'starter', 0);
    expect(stepOf(element)).to.equal('wie');
  });

  it('begins a dialogue that a message asks for, and comes back from it with Terug', async () => {
    const {element} = await chat();
    const message = await say(element, 'ik wil hulp aanbieden aan mijn buurman');
    const begin = message.querySelector<HTMLElement>('[data-gesprek=hulp-aanbieden]')!;
    expect(begin.dataset['knop']).to.equal('starter');
    const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
    begin.click();
    await told;
    expect(stepOf(element)).to.equal('wat');
    expect(textOf(messages(element).at(-2))).to.contain('Hulp aanbieden');
    await moveBy(element, 'terug');
    expect(stepOf(element)).to.equal('welkom');
    expect(all(element, '[data-van=bezoeker]').length).to.equal(1);
  });

  it('changes an earlier answer, and asks again only what no longer holds', async () => {
    const {element} = await chat();
    await moveBy(element, 'starter', 0);
    answer(element, 2);
    await onTo(element, 'taken');
    answer(element, 1);
    await onTo(element, 'jaren');
    inside<HTMLDetailsElement>(element, '[data-recap]').open = true;
    await until(() => has(element, '[data-knop=wijzig]'));
    await moveBy(element, 'wijzig', 1);
    expect(stepOf(element)).to.equal('wie');
    answer(element, 1);
    await moveBy(element, 'verder');
    expect(stepOf(element)).to.equal('jaren');
    expect(all(element, '[data-van=bezoeker]').map(textOf)[1]).to.contain('Mijn partner');
  });

  it('begins again with nothing of the conversation left, and so after wiping', async () => {
    const {element} = await chat();
    for (const how of ['opnieuw', 'wis']) {
      await say(element, 'mijn moeder slaapt niet');
      await moveBy(element, 'starter', 0);
      await press(element, how);
      await until(() => stepOf(element) === 'welkom');
      expect(messages(element).length, how).to.equal(1);
      expect(element.shadowRoot!.textContent, how).not.to.contain('mijn moeder');
    }
  });

  it('shows markup, control characters and long letters as short plain text, in bounded time', async () => {
    const {element} = await chat();
    const before = performance.now();
    for (const text of ['<img src=x onerror=alert(1)><b>vet</b>', 'een\u0000twee\u0007drie', '\u202Eomgekeerd\u2066', '😀😀😀', `lees dit ${'heel lang '.repeat(10_000)}`]) {
      const message = await say(element, text);
      const said = messages(element).at(-2)!;
      expect(said.querySelector('img, b')).to.equal(null);
      expect(textOf(said).length).to.be.lessThan(800);
      expect(textOf(message).length).to.be.greaterThan(0);
      expect([...said.textContent!].filter((sign) => sign < ' ' && sign !== '\n')).to.deep.equal([]);
    }
    expect(performance.now() - before).to.be.lessThan(20_000);
    expect(element.shadowRoot!.textContent).to.contain('alleen het begin van je bericht');
  });

  it('hears a call for help in the middle of a long letter', async () => {
    const {element} = await chat();
    const message = await say(element, `${'Het was een lange dag. '.repeat(300)} en ik wil niet meer leven ${'Verder gaat het wel. '.repeat(300)}`);
    expect(message.querySelector('[data-alarm=zelfdoding]')).to.be.ok;
  });

  it('says so when what reads messages cannot be had, keeps starters and the person, and reads it when tried again', async () => {
    const {element, pack, heard} = await chat();
    down.add(`${pack}alarms.all.nl.json`);
    const message = await say(element, 'ik wil niet meer leven');
    expect(textOf(message)).to.contain('kan je bericht nu niet lezen');
    expect(message.querySelectorAll('[data-knop=starter]').length).to.equal(2);
    expect(message.querySelector('[data-contact]')).to.be.ok;
    expect(heard.filter(({type}) => type === 'mz-fout').map(({detail}) => detail['code'])).to.deep.equal(['deel-onbereikbaar']);
    down.clear();
    await press(element, 'probeer');
    await until(() => has(element, '[data-alarm=zelfdoding]'));
  });

  it('hears calls for help also when nothing else can be read, and reads the rest once it can be had', async () => {
    const {element, pack} = await chat();
    down.add(`${pack}understanding.all.nl.json`);
    expect((await say(element, 'ik wil niet meer leven')).querySelector('[data-alarm=zelfdoding]')).to.be.ok;
    expect(textOf(await say(element, 'iemand voor de nacht'))).to.contain('kan je bericht nu niet lezen');
    down.clear();
    await press(element, 'probeer');
    await until(() => has(element, '[data-steun=nachtzorg]'));
  });

  it('shows every number when the cards cannot be had', async () => {
    const {element, pack} = await chat();
    down.add(`${pack}support.all.nl.json`);
    const message = await say(element, 'ik wil niet meer leven');
    expect(message.querySelectorAll('[data-nood]').length).to.equal(2);
    expect(textOf(await say(element, 'iemand voor de nacht'))).to.contain('Dat begrijp ik niet');
  });
});
