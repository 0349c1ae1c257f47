import {expect} from '@open-wc/testing';
import {all, answer, clear, has, inside, onTo, press, ready, stepOf, toResult, type, until, warningsDuring, type Tag} from '../../support.js';
import {publishToTake} from '../../take-fixtures.js';

const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const notice = (element: Tag) => text(inside(element, '[data-terzijde]'));
const GUIDE = 'mz-ondersteuningswijzer';

async function openWith(fragment: string, options: {tag?: string; folder?: string; attributes?: string} = {}) {
  history.replaceState(null, '', `${location.pathname}${location.search}#${fragment}`);
  const {tag = 'mz-herken-je-jezelf', attributes = ''} = options;
  const placed = await ready(attributes, {tag, folder: options.folder ?? (await publishToTake())});
  await until(() => location.hash === '');
  return placed;
}

const WHOLE = 'mz=herken-je-jezelf&stap=wie&p=proef.1&w=wie.ouder~taken.er-zijn.wassen!naar-je-nachten~nacht.gewekt~jaren!verder*9~nodig.lucht!uitslag';

describe('a link in the address', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', `${location.pathname}${location.search}`);
  });

  it('opens the result again, is read once and is gone from the address', async () => {
    const {element} = await openWith(WHOLE);
    await until(() => stepOf(element) === 'uitslag' && has(element, '[data-steun]'));
    await until(() => has(element, '[data-terzijde]'));
    expect(notice(element)).to.equal('Dit komt uit de link die je opende. Aantal antwoorden dat er weer staat: 5.');
    expect(all(element, '[data-steun]').map((card) => card.dataset.steun)).to.deep.equal(['crisis', 'nachtzorg', 'taken-verdelen']);
    const second = await ready('', {folder: await publishToTake()});
    expect(stepOf(second.element)).to.equal('wie');
    await expect(element).to.be.accessible();
  });

  it('says which questions no longer hold, by the words of the pack', async () => {
    const {element} = await openWith(WHOLE.replace('nacht.gewekt', 'nacht.wakker').replace('proef.1', 'proef.0'));
    await until(() => stepOf(element) === 'nacht' && has(element, '[data-terzijde]'));
    expect(notice(element)).to.match(/antwoorden dat er weer staat: 2\. Niet alles past nog: .* Dit vragen we je opnieuw: Hoe slaap je\?/);
  });

  it('says when it belongs to another organisation', async () => {
    const {element} = await openWith('mz=herken-je-jezelf&p=elders.9&w=wie.ouder~kosten.veel');
    await until(() => has(element, '[data-terzijde]'));
    expect(stepOf(element)).to.equal('taken');
    expect(notice(element)).to.contain('Deze link hoort bij een andere organisatie.');
  });

  it('opens what still holds when it was cut or edited, and never shows what it says', async () => {
    for (const fragment of ['mz=herken-je-jezelf&w=wie.ouder~tak', 'mz=herken-je-jezelf&w=wie.ouder~<img src=x onerror=alert(1)>', 'mz=herken-je-jezelf&stap=<b>x</b>&w=wie.ouder', `mz=herken-je-jezelf&w=wie.ouder~${'x'.repeat(30_000)}`]) {
      const {element} = await openWith(fragment);
      await until(() => has(element, '[data-terzijde]'), fragment);
      expect(stepOf(element), fragment).to.equal('taken');
      expect(notice(element), fragment).to.match(/niet heel|veranderd/);
      expect(notice(element)).to.not.match(/[<>]|onerror|xxx/);
      expect(has(element, 'img, b')).to.equal(false);
      clear();
    }
  });

  it('begins as ever, and says so, when nothing of it can be read', async () => {
    for (const fragment of ['mz=<script>alert(1)</script>', 'mz=', 'mz=%00', 'mz=herken-je-jezelf&w=%FF~']) {
      const {element} = await openWith(fragment);
      await until(() => has(element, '[data-terzijde]'), fragment);
      expect(stepOf(element)).to.equal('wie');
      expect(notice(element)).to.contain('Je kunt hier gewoon beginnen.');
      clear();
    }
  });

  it('opens a page at a flow and an entrance, for a letter or a poster', async () => {
    const {element} = await openWith('mz=ondersteuningswijzer&stap=wens', {tag: GUIDE});
    await until(() => stepOf(element) === 'wens');
    expect(has(element, '[data-terzijde]')).to.equal(false);
    await press(element, 'terug');
    expect(stepOf(element)).to.equal('relatie');
  });

  it('passes over a step that is no entrance', async () => {
    const {element} = await openWith('mz=ondersteuningswijzer&stap=plan', {tag: GUIDE});
    await until(() => has(element, '[data-terzijde]'));
    expect(stepOf(element)).to.equal('relatie');
    expect(notice(element)).to.contain('niet heel');
  });

  it('opens in the widget of its flow, wherever that stands, and else in the first whose pack has it', async () => {
    const folder = await publishToTake();
    history.replaceState(null, '', `${location.pathname}${location.search}#mz=ondersteuningswijzer&w=relatie.ouder`);
    const quiz = await ready('', {folder});
    const guide = await ready('', {tag: GUIDE, folder});
    await until(() => stepOf(guide.element) === 'wens');
    await until(() => stepOf(quiz.element) === 'taken');
    expect(notice(quiz.element), 'as a second widget').to.contain('Je vertelde op deze pagina al iets.');
    clear();
    const alone = await openWith('mz=ondersteuningswijzer&w=relatie.ouder', {folder});
    await until(() => stepOf(alone.element) === 'wens');
    expect(alone.element.session!.gesprek).to.equal('herken-je-jezelf');
    clear();
    const none = await openWith('mz=rouwen&w=relatie.ouder', {folder});
    await until(() => has(none.element, '[data-terzijde]'));
    expect(notice(none.element)).to.contain('niet op deze pagina staat');
  });

  it('opens when it is followed on the page itself', async () => {
    const {element} = await ready('', {folder: await publishToTake()});
    location.hash = WHOLE;
    await until(() => stepOf(element) === 'uitslag');
    expect(location.hash).to.equal('');
  });
});

describe('keeping until the tab closes', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    clear();
    sessionStorage.clear();
  });

  it('is not offered unless the site asks for it, and warns of a value that is none', async () => {
    const {element} = await ready('bewaren="nooit"', {folder: await publishToTake()});
    expect(has(element, '[data-knop=bewaar]')).to.equal(false);
    await warningsDuring(async () => ready('bewaren="altijd"', {folder: await publishToTake()}), /bewaren="altijd" bestaat niet/);
    expect(sessionStorage.length).to.equal(0);
  });

  it('keeps nothing until it is chosen, then ids only, and goes on from there', async () => {
    const folder = await publishToTake();
    const {element} = await ready('bewaren="vraag"', {folder});
    await until(() => has(element, '[data-knop=bewaar]'));
    answer(element, 2);
    await onTo(element, 'taken');
    expect(sessionStorage.length).to.equal(0);
    await press(element, 'bewaar');
    expect(Object.values(sessionStorage).join()).to.equal('mz=herken-je-jezelf&stap=wie&w=wie.ouder');
    expect(text(inside(element, '.bewaren'))).to.contain('blijven bewaard tot je dit tabblad sluit');
    await expect(element).to.be.accessible();
    answer(element, 1);
    await onTo(element, 'jaren');
    element.remove();
    const again = await ready('bewaren="vraag"', {folder});
    await until(() => stepOf(again.element) === 'jaren');
    await until(() => has(again.element, '[data-terzijde]'));
    expect(notice(again.element)).to.contain('Je was al begonnen.');
    await press(again.element, 'wis');
    expect(sessionStorage.length).to.equal(0);
    expect(text(inside(again.element, '[data-knop=bewaar]'))).to.equal('Bewaar tot je dit tabblad sluit');
  });

  it('is wiped by its own button, and what somebody else wrote there is passed over', async () => {
    const folder = await publishToTake();
    sessionStorage.setItem(`mantelzorg ${folder}pakket.json herken-je-jezelf`, 'mz=herken-je-jezelf&w=<script>');
    const {element} = await ready('bewaren="vraag"', {folder});
    await until(() => has(element, '[data-knop=bewaar]'));
    expect(stepOf(element)).to.equal('wie');
    await press(element, 'bewaar');
    answer(element, 2);
    await onTo(element, 'taken');
    expect(sessionStorage.length).to.equal(1);
    await press(element, 'bewaar');
    expect(sessionStorage.length).to.equal(0);
  });

  it('says so when the browser will not, and goes on without', async () => {
    const {element, heard} = await ready('bewaren="vraag"', {folder: await publishToTake()});
    await until(() => has(element, '[data-knop=bewaar]'));
    answer(element, 2);
    await onTo(element, 'taken');
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await press(element, 'bewaar');
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(text(inside(element, '.bewaren'))).to.contain('Bewaren lukt niet in deze browser.');
    expect(heard.filter(({type}) => type === 'mz-fout').map(({detail}) => detail['code'])).to.deep.equal(['opslag']);
    answer(element, 1);
    await onTo(element, 'jaren');
  });
});

describe('a second widget on the page', () => {
  afterEach(clear);

  it('begins with what the first learned, says so, and can be told to forget', async () => {
    const folder = await publishToTake();
    const quiz = await ready('', {folder});
    const guide = await ready('', {tag: GUIDE, folder});
    await toResult(quiz.element);
    await until(() => stepOf(guide.element) === 'wens' && has(guide.element, 'input:checked'));
    expect(notice(guide.element)).to.contain('Je vertelde op deze pagina al iets.');
    expect(notice(guide.element)).to.contain('Mijn ouder');
    expect(inside<HTMLInputElement>(guide.element, '[data-antwoord="1"] input').checked, 'ticks are suggested').to.equal(true);
    expect(inside<HTMLInputElement>(guide.element, '[data-antwoord="2"] input').checked).to.equal(false);
    await expect(guide.element).to.be.accessible();
    await press(guide.element, 'vergeet');
    await until(() => stepOf(guide.element) === 'relatie');
    expect(has(guide.element, '[data-terzijde]')).to.equal(false);
    expect(all(guide.element, 'input:checked').length).to.equal(0);
    expect(stepOf(quiz.element)).to.equal('uitslag');
  });

  it('goes along while the first learns more, until somebody touches it', async () => {
    const folder = await publishToTake();
    const quiz = await ready('', {folder});
    answer(quiz.element, 2);
    await onTo(quiz.element, 'taken');
    const guide = await ready('', {tag: GUIDE, folder});
    const touched = await ready('', {tag: GUIDE, folder});
    for (const {element} of [guide, touched]) await until(() => stepOf(element) === 'wens');
    expect(all(guide.element, 'input:checked').length).to.equal(0);
    answer(touched.element, 2);
    await touched.element.updateComplete;
    answer(quiz.element, 1);
    answer(quiz.element, 3);
    await onTo(quiz.element, 'nacht');
    answer(quiz.element, 2);
    await onTo(quiz.element, 'jaren');
    await type(quiz.element, '9');
    await onTo(quiz.element, 'nodig');
    answer(quiz.element, 1);
    await onTo(quiz.element, 'uitslag');
    await until(() => inside<HTMLInputElement>(guide.element, '[data-antwoord="1"] input').checked);
    expect(notice(guide.element)).to.contain('Je vertelde op deze pagina al iets.');
    expect(all(touched.element, 'input:checked').length).to.equal(1);
    expect(inside<HTMLInputElement>(touched.element, '[data-antwoord="2"] input').checked).to.equal(true);
    await press(guide.element, 'vergeet');
    await until(() => stepOf(guide.element) === 'relatie');
    expect(all(guide.element, 'input:checked').length).to.equal(0);
  });

  it('does so too when it comes later, takes the focus from nobody, and is wiped with the rest', async () => {
    const folder = await publishToTake();
    const quiz = await ready('', {folder});
    answer(quiz.element, 2);
    await onTo(quiz.element, 'taken');
    const active = quiz.element.shadowRoot!.activeElement;
    const guide = await ready('', {tag: GUIDE, folder});
    await until(() => stepOf(guide.element) === 'wens');
    expect(quiz.element.shadowRoot!.activeElement).to.equal(active);
    quiz.element.wipe();
    await until(() => stepOf(guide.element) === 'relatie');
    expect(all(guide.element, 'input:checked').length).to.equal(0);
  });

  it('begins at the beginning when somebody began in it already, or the pack is another', async () => {
    const folder = await publishToTake();
    const quiz = await ready('', {folder});
    const touched = await ready('', {tag: GUIDE, folder});
    const other = await ready('', {tag: GUIDE, folder: await publishToTake()});
    answer(touched.element, 2);
    await touched.element.updateComplete;
    await toResult(quiz.element);
    await until(() => quiz.heard.some(({type}) => type === 'mz-uitslag'));
    await touched.element.updateComplete;
    expect(stepOf(touched.element)).to.equal('relatie');
    expect(stepOf(other.element)).to.equal('relatie');
  });
});
