import {expect} from '@open-wc/testing';
import {toShard} from '../../../src/offers/shard.js';
import {finderPack, OFFERS} from '../finder-fixtures.js';
import {FILES, integrityOf} from '../fixtures.js';
import {all, answer, asked, clear, focused, has, inside, onTo, press, publish, ready, until, type Tag} from '../support.js';

const TAG = {tag: 'mz-respijtzoeker'};
const aantal = (element: Tag) => Number(inside(element, '[data-aantal]').dataset.aantal);
const status = (element: Tag) => inside(element, '[data-aantal]').textContent.replace(/\s+/g, ' ').trim();
const shown = (element: Tag) => all(element, '[data-aanbod]').map(({dataset}) => dataset.aanbod);

async function finder(offers = OFFERS) {
  const placed = await ready('', {...TAG, folder: await publish(undefined, [...finderPack(offers)])});
  await until(() => has(placed.element, '[data-aantal]'));
  return placed;
}

async function seek(element: Tag, text: string) {
  inside<HTMLInputElement>(element, '[data-invoer=plaats]').value = text;
  await press(element, 'zoek');
  await until(() => inside(element, '[data-invoer=plaats]').hasAttribute('aria-describedby'));
}

describe('<mz-respijtzoeker>', () => {
  afterEach(clear);

  it('shows how many places there are, in words, a page of them, and the person to call', async () => {
    const {element, heard} = await finder();
    expect(status(element)).to.equal(`${OFFERS.length} plekken`);
    expect(shown(element).length).to.equal(20);
    await until(() => has(element, '[data-contact]'));
    expect(heard.find(({type}) => type === 'mz-klaar')!.detail).to.deep.equal({widget: 'respijtzoeker'});
    await expect(element).to.be.accessible();
  });

  it('puts the nearest first, says how far, and moves on to the first new card', async () => {
    const {element} = await finder();
    await seek(element, 'voorbeeldstad');
    await until(() => /binnen 25 kilometer van Voorbeeldstad, dichtstbij eerst/.test(status(element)));
    expect(shown(element)[0]).to.equal('nachtrust');
    expect(inside(element, '[data-aanbod=nachtrust] [data-afstand]').textContent).to.contain('km');
    expect(shown(element)).not.to.contain('ver');
    const more = all(element, '[data-knop=meer]').at(-1)!;
    more.click();
    await until(() => shown(element).length === 40);
    expect(focused(element)?.closest('[data-aanbod]')).to.equal(all(element, '[data-aanbod]')[20]);
  });

  it('filters by chips, keeps counts beside the other filters, and announces once a change', async () => {
    const {element} = await finder();
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(status(element)));
    observer.observe(inside(element, '[data-aantal]'), {childList: true, characterData: true, subtree: true});
    inside(element, '[data-filter="duur:nacht"]').click();
    await until(() => aantal(element) === 2);
    expect(inside(element, '[data-filter="duur:nacht"]').getAttribute('aria-pressed')).to.equal('true');
    await element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    expect([...new Set(said)]).to.deep.equal(['2 plekken']);
    all(element, '[data-knop=meer]')[0]!.click();
    await until(() => has(element, '[data-filter="thuis:elders"]'));
    const count = inside(element, '[data-filter="thuis:elders"]').textContent.replace(/\s+/g, ' ').trim();
    expect(count).to.equal('Ergens anders 1');
    inside(element, '[data-filter="thuis:elders"]').click();
    await until(() => aantal(element) === 1);
    await expect(element).to.be.accessible();
  });

  it('says who arranges it and the first step, and tells the rest on demand', async () => {
    const {element, heard} = await finder();
    const card = (id: string) => inside(element, `[data-aanbod="${id}"]`);
    inside(element, '[data-filter="duur:nacht"]').click();
    await until(() => aantal(element) === 2);
    expect(inside(element, '[data-aanbod=dijk] [data-geregeld-via]').dataset.geregeldVia).to.equal('gemeente');
    expect(card('dijk').textContent).to.contain('Huis <b>aan</b> de Dijk');
    expect(card('nachtrust').textContent).to.contain('Bel voor een proefnacht.');
    card('nachtrust').querySelector<HTMLElement>('[data-knop=meer]')!.click();
    await until(() => has(element, '[data-gecontroleerd]'));
    expect(inside(element, '[data-gecontroleerd]').textContent).to.contain('1 november 2026');
    expect(inside(element, '[data-keurmerk]').textContent).to.equal('Keurmerk (verzonnen)');
    const link = card('nachtrust').querySelector<HTMLAnchorElement>('a[href^="tel:"]')!;
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(heard.filter(({type}) => type === 'mz-contact').map(({detail}) => detail)).to.deep.equal([{widget: 'respijtzoeker', soort: 'aanbod'}]);
  });

  it('never ends dead: which filter to drop for how many, what lies outside, what to do meanwhile', async () => {
    const {element} = await finder();
    await seek(element, 'Voorbeeldstad');
    inside(element, '[data-filter="duur:nacht"]').click();
    await until(() => aantal(element) === 2);
    all(element, '[data-knop=meer]')[0]!.click();
    await until(() => has(element, '[data-filter="doelgroepen:dementie"]'));
    inside(element, '[data-filter="thuis:elders"]').click();
    inside(element, '[data-filter="indicatie:wmo"]').click();
    await until(() => aantal(element) === 1);
    inside(element, '[data-filter="afstand:5"]').click();
    await until(() => aantal(element) === 0);
    const ways = all(element, '[data-knop=los]');
    expect(ways.map((way) => way.textContent)).to.contain('Zonder «de afstand»: 1 plek');
    expect(all(element, '.leeg [data-aanbod]').length).to.equal(1);
    expect(has(element, '[data-contact]')).to.equal(true);
    await expect(element).to.be.accessible();
    ways.find((way) => /afstand/.test(way.textContent))!.click();
    await until(() => aantal(element) === 1);
  });

  it('asks which place is meant, and never searches in silence', async () => {
    const {element} = await finder();
    await seek(element, 'Vorbeeldstat');
    await until(() => inside(element, '#waar [role=status]').textContent.trim() !== '');
    await seek(element, 'Utrect');
    await until(() => /Bedoelde je/.test(inside(element, '#waar').textContent));
    const choice = all(element, '[data-knop=kies]').find((one) => /^Utrecht/.test(one.textContent))!;
    choice.click();
    await until(() => inside<HTMLInputElement>(element, '[data-invoer=plaats]').value === 'Utrecht');
    await until(() => /van Utrecht/.test(status(element)));
  });

  it('asks the device where it is only when asked to, says so when it refuses, and searches there when it tells', async () => {
    const told: [PositionCallback, PositionErrorCallback][] = [];
    Object.defineProperty(navigator, 'geolocation', {configurable: true, value: {getCurrentPosition: (...both: [PositionCallback, PositionErrorCallback]) => told.push(both)}});
    try {
      const {element} = await finder();
      expect(told.length).to.equal(0);
      await press(element, 'locatie');
      expect(inside(element, '#waar').textContent).to.contain('blijft op dit apparaat');
      told[0]![1]({} as GeolocationPositionError);
      await until(() => /zegt niet waar je bent/.test(inside(element, '#waar').textContent));
      await press(element, 'locatie');
      told[1]![0]({coords: {latitude: 52.56, longitude: 5.24}} as GeolocationPosition);
      await until(() => has(element, '[data-afstand]'));
      expect(shown(element)[0]).to.equal('nachtrust');
    } finally {
      delete (navigator as unknown as Record<string, unknown>)['geolocation'];
    }
  });

  it('asks a service of the site only where it has one, says so, and takes nothing from it that is no place', async () => {
    const {element} = await finder();
    expect(has(element, '[data-dienst]')).to.equal(false);
    const typed: string[] = [];
    Object.assign(element, {
      addressService: {
        name: 'Kaartenmaker',
        find: async (text: string) => {
          typed.push(text);
          return [{name: 'Steeg 1', lat: 52.56, lon: 5.24}, {name: 'Nergens', lat: 'x', lon: NaN}];
        },
      },
    });
    await seek(element, 'Bestaatnietdorp 99');
    await until(() => /van Steeg 1/.test(status(element)));
    expect(inside(element, '[data-dienst]').textContent).to.contain('Kaartenmaker');
    await seek(element, 'Voorbeeldstad');
    await until(() => /van Voorbeeldstad/.test(status(element)));
    expect(typed).to.deep.equal(['Bestaatnietdorp 99']);
  });

  it('finds by words that are typed', async () => {
    const {element} = await finder();
    const field = inside<HTMLInputElement>(element, '[data-invoer=vraag]');
    field.value = 'zwaluw';
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await until(() => aantal(element) === 1);
    expect(shown(element)).to.deep.equal(['zwaluw']);
  });

  it('opens help me kiezen in its place, and comes back with what was told as filters, which can be forgotten', async () => {
    const {element, heard} = await finder();
    await press(element, 'starter');
    await until(() => has(element, '[data-stap=situatie]'));
    await until(() => focused(element)?.id === 'kop');
    answer(element, 1);
    await onTo(element, 'nodig');
    answer(element, 1);
    await onTo(element, 'klaar');
    expect(heard.some(({type}) => type === 'mz-uitslag')).to.equal(true);
    await until(() => all(element, '[data-knop=zoek]').some((button) => /Toon de plekken/.test(button.textContent)));
    await press(element, 'zoek', all(element, '[data-knop=zoek]').length - 1);
    await until(() => has(element, '[data-aantal]') && aantal(element) === 2);
    await until(() => focused(element)?.id === 'kop');
    expect(all(element, '[data-terzijde] li').map((line) => line.textContent)).to.deep.equal(['Dementie', 'Een nacht']);
    await press(element, 'vergeet');
    await until(() => aantal(element) === OFFERS.length);
    expect(has(element, '[data-terzijde]')).to.equal(false);
  });

  it('takes offers along on a note, and wipes all when told to', async () => {
    const {element} = await finder();
    inside(element, '[data-aanbod=nachtrust] [data-knop=briefje]').click();
    await until(() => all(element, '[data-briefje] [data-regel]').length === 1);
    inside(element, '[data-filter="duur:nacht"]').click();
    await until(() => aantal(element) === 2);
    await press(element, 'wis');
    await until(() => aantal(element) === OFFERS.length);
    expect(has(element, '[data-briefje]')).to.equal(false);
    expect(sessionStorage.length + localStorage.length).to.equal(0);
  });

  it('puts the search in a link only when asked, and nowhere else', async () => {
    const {element} = await finder();
    const address = location.href;
    await seek(element, 'Voorbeeldstad');
    inside(element, '[data-filter="duur:nacht"]').click();
    await until(() => aantal(element) === 2);
    expect(has(element, '[data-link]')).to.equal(false);
    await press(element, 'link');
    await until(() => has(element, '[data-link]'));
    expect(inside<HTMLInputElement>(element, '[data-link]').value).to.match(/#mz=respijtzoeker&f=duur:nacht&plaats=Voorbeeldstad$/);
    expect(location.href).to.equal(address);
  });

  it('helps to choose and names a person where a pack has no offers, without an empty finder', async () => {
    const {element} = await ready('', {...TAG, folder: await publish(undefined, [...finderPack([])])});
    await until(() => has(element, '[data-contact]'));
    expect(has(element, '[data-invoer]')).to.equal(false);
    expect(has(element, '[data-filter]')).to.equal(false);
    await until(() => /nog geen aanbod/.test(element.shadowRoot!.textContent));
    await press(element, 'starter');
    await until(() => has(element, '[data-stap=situatie]'));
    await expect(element).to.be.accessible();
  });

  it('searches what is there when a shard is missing or was changed, and names the gap', async () => {
    const [near, far] = [toShard(OFFERS.slice(0, 3), 'nl'), toShard(OFFERS.slice(3), 'nl')].map((shard) => JSON.stringify(shard)) as [string, string];
    const [files, manifest] = finderPack();
    const shards = [
      {file: 'dichtbij.json', integrity: await integrityOf(near), rows: 3, box: [52.5, 5.1, 52.7, 5.3]},
      {file: 'ver.json', integrity: await integrityOf(far), rows: OFFERS.length - 3, box: [52.5, 5.1, 53.2, 5.3]},
      {file: 'limburg.json', integrity: await integrityOf(near), rows: 9, box: [50.8, 5.7, 51, 6]},
    ];
    const folder = await publish(
      (texts) => {
        texts['dichtbij.json'] = near;
        texts['ver.json'] = `${far} `;
      },
      [{...files, 'offers.all.nl.json': {lang: 'nl', rows: OFFERS.length + 9, shards}}, manifest],
    );
    const {element, heard} = await ready('', {...TAG, folder});
    await until(() => /plekken klaar/.test(element.shadowRoot!.textContent));
    expect(asked.some((url) => /dichtbij/.test(url))).to.equal(false);
    await until(() => has(element, '[data-contact]'));
    inside<HTMLInputElement>(element, '[data-invoer=plaats]').value = 'Lelystad';
    await press(element, 'zoek');
    await until(() => has(element, '[data-gat]'));
    await until(() => has(element, '[data-aantal]') && aantal(element) === 3);
    expect(inside(element, '[data-gat]').textContent).to.contain(String(OFFERS.length - 3));
    expect(asked.some((url) => /limburg/.test(url))).to.equal(false);
    expect(heard.filter(({type}) => type === 'mz-fout').map(({detail}) => detail.code)).to.deep.equal(['pakket-gewijzigd']);
  });

  it('keeps its children when the pack has no such flow', async () => {
    const {element, heard} = await ready('', {...TAG, folder: await publish(undefined, [FILES])});
    expect(heard.map(({type, detail}) => [type, detail.code])).to.deep.equal([['mz-fout', 'gesprek-onbekend']]);
    expect(inside<HTMLSlotElement>(element, 'slot').assignedElements().length).to.equal(1);
  });
});
