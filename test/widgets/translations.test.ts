import {expect} from '@open-wc/testing';
import type {Flow} from '../../src/flows/model/flow.js';
import type {Manifest} from '../../src/flows/model/manifest.js';
import type {SupportPart} from '../../src/flows/model/support.js';
import {FILES, MANIFEST, QUIZ, SUPPORT} from './fixtures.js';
import {all, answer, clear, has, inside, onTo, press, publish, ready, toResult, until} from './support.js';

const MACHINE = {lang: 'en', text: 'This text was translated by a machine and not yet checked by a person.'};

/** The quiz with an English first question; every other step is the Dutch one. */
const ENGLISH: Flow = {
  ...QUIZ,
  lang: 'en',
  title: 'Do you recognise yourself?',
  note: MACHINE,
  steps: QUIZ.steps.map((step, index) => {
    if (index || step.control?.t !== 'one') return {...step, lang: 'nl'};
    const labels = ['My partner', 'My parent', 'My child', 'I know a carer', 'Nobody'];
    return {...step, title: ['Who do you help?'], body: [{t: 'p', c: ['Because someone is ill.']}], control: {...step.control, submit: ['Go on'], answers: step.control.answers.map((one, n) => ({...one, label: [labels[n]!], ...(one.echo ? {echo: ['you are there']} : {})}))}};
  }),
};

const support: SupportPart = {...SUPPORT, lang: 'en', kinds: SUPPORT.kinds.map((kind) => (kind.id === 'crisis' ? {...kind, lang: 'nl'} : {...kind, title: `English ${kind.id}`}))};

const folder = (flow: Flow = ENGLISH) => {
  const {lang} = flow;
  const parts: Manifest['parts'] = [
    {kind: 'flow', id: QUIZ.id, lang, file: `flow.${QUIZ.id}.${lang}.json`, integrity: ''},
    {kind: 'support', id: 'all', lang, file: `support.all.${lang}.json`, integrity: ''},
  ];
  const files = {...FILES, [parts[0]!.file]: flow, [parts[1]!.file]: {...support, lang}};
  const contact = {...MANIFEST.contact, hours: 'op werkdagen', words: {[lang]: {hours: 'on working days'}}};
  return publish(() => undefined, [files, {...MANIFEST, languages: ['nl', lang], contact, parts: [...MANIFEST.parts, ...parts]}]);
};

/** The language that a screen reader takes for this element. */
const spoken = (element: Element | null): string => element?.closest('[lang]')?.getAttribute('lang') ?? '';

describe('a translated pack', () => {
  afterEach(clear);

  it('asks in the language of the tag', async () => {
    const {element} = await ready('lang="en"', {folder: await folder()});
    const title = inside(element, '#kop');
    expect(title.textContent).to.contain('Who do you help?');
    expect(spoken(title)).to.equal('en');
    expect(spoken(inside(element, '[data-antwoord="1"]'))).to.equal('en');
    expect(spoken(inside(element, '[data-knop=verder] span'))).to.equal('en');
  });

  it('marks what fell back to Dutch as Dutch, wherever it is shown', async () => {
    const {element} = await ready('lang="en"', {folder: await folder()});
    answer(element, 2);
    await onTo(element, 'taken');
    expect(spoken(inside(element, '#kop'))).to.equal('nl');
    expect(spoken(inside(element, '#inleiding'))).to.equal('nl');
    expect(spoken(inside(element, '[data-antwoord="1"]'))).to.equal('nl');
    expect(spoken(inside(element, '[data-knop=verder] span'))).to.equal('nl');
  });

  it('keeps each line of a result in its own language', async () => {
    const {element} = await ready('lang="en"', {folder: await folder()});
    await toResult(element);
    expect(all(element, '.samenvatting li').map((line) => [spoken(line), line.textContent.trim()])[0]).to.deep.equal(['en', 'you are there']);
    expect(all(element, '.samenvatting li').slice(1).every((line) => spoken(line) === 'nl')).to.equal(true);
    expect(spoken(inside(element, '[data-steun=crisis] :is(h3, h4, h5, h6)'))).to.equal('nl');
    expect(spoken(inside(element, '[data-steun=nachtzorg] :is(h3, h4, h5, h6)'))).to.equal('en');
    const recap = all(element, '.terugblik dt');
    expect(recap.map(spoken)).to.deep.equal(['en', ...recap.slice(1).map(() => 'nl')]);
    const hours = all(element, '[data-contact] p').find((line) => line.textContent.includes('working'))!;
    expect(spoken(hours.querySelector('span'))).to.equal('en');
    expect(spoken(all(element, '[data-contact] p span').find((line) => line.textContent.includes('Steunpunt'))!)).to.equal('nl');
  });

  it('says that a machine made it, with a way back to Dutch that keeps the answers', async () => {
    const {element, heard} = await ready('lang="en"', {folder: await folder()});
    await until(() => has(element, '[data-vertaling]'));
    const line = inside(element, '[data-vertaling]');
    expect(line.textContent).to.contain(MACHINE.text);
    expect(line.getAttribute('lang')).to.equal('en');
    answer(element, 2);
    await onTo(element, 'taken');
    const before = heard.length;
    await press(element, 'taal');
    await until(() => heard.length > before);
    expect(element.session!.nummer).to.equal(2);
    expect(has(element, '[data-vertaling]')).to.equal(false);
  });

  it('says nothing of the kind once somebody has checked it', async () => {
    const {note: _note, ...checked} = ENGLISH;
    const {element} = await ready('lang="en"', {folder: await folder(checked)});
    await until(() => all(element, '[data-knop=contact]').length);
    await toResult(element);
    expect(has(element, '[data-vertaling]')).to.equal(false);
  });

  it('runs from right to left in a language that does', async () => {
    const {note: _note, ...flow} = ENGLISH;
    const {element} = await ready('lang="ar"', {folder: await folder({...flow, lang: 'ar', dir: 'rtl'})});
    expect(getComputedStyle(inside(element, '.keuzes')).direction).to.equal('rtl');
    const plain = await ready('', {folder: await folder()});
    expect(getComputedStyle(inside(plain.element, '.keuzes')).direction).to.equal('ltr');
  });
});
