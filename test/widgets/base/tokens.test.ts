import {expect} from '@open-wc/testing';
import {tokenTable} from '../../../src/widgets/base/token-table.js';
import {answer, clear, inside, onTo, ready, type Tag} from '../support.js';

const colours = (element: Tag, selector: string) => {
  const {color, backgroundColor} = getComputedStyle(inside(element, selector));
  return [color, backgroundColor];
};

async function themed(css: string) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root{${css}}`);
  document.adoptedStyleSheets = [sheet];
  return ready();
}

const DEFAULT = ['rgb(255, 255, 255)', 'rgb(11, 92, 104)'];

describe('the mapping of tokens', () => {
  afterEach(() => {
    clear();
    document.adoptedStyleSheets = [];
  });

  it('takes a pair from the first family that has all of it', async () => {
    const {element} = await themed(
      '--utrecht-button-primary-action-background-color:rgb(1,2,3);--utrecht-button-primary-action-color:rgb(250,250,250);--basis-color-action-1-inverse-bg-default:rgb(9,9,9);--basis-color-action-1-inverse-color-default:rgb(240,240,240)',
    );
    expect(colours(element, '[data-knop=verder]')).to.deep.equal(['rgb(250, 250, 250)', 'rgb(1, 2, 3)']);
  });

  it('leaves a family that has half a pair', async () => {
    const {element} = await themed('--utrecht-button-primary-action-background-color:rgb(255,255,0)');
    expect(colours(element, '[data-knop=verder]')).to.deep.equal(DEFAULT);
    const nl = await themed('--nl-button-primary-color:rgb(0,0,0);--basis-color-action-1-inverse-bg-default:rgb(9,9,9);--basis-color-action-1-inverse-color-default:rgb(240,240,240)');
    expect(colours(nl.element, '[data-knop=verder]')).to.deep.equal(['rgb(240, 240, 240)', 'rgb(9, 9, 9)']);
  });

  it('puts our own names before all others', async () => {
    const {element} = await themed(
      '--mz-button-background-color:rgb(10,10,10);--mz-button-color:rgb(245,245,245);--nl-button-primary-background-color:rgb(1,1,1);--nl-button-primary-color:rgb(2,2,2)',
    );
    expect(colours(element, '[data-knop=verder]')).to.deep.equal(['rgb(245, 245, 245)', 'rgb(10, 10, 10)']);
  });

  it('looks again on the next screen', async () => {
    const {element} = await themed('');
    expect(colours(element, '[data-knop=verder]')).to.deep.equal(DEFAULT);
    document.adoptedStyleSheets[0]!.replaceSync(':root{--nl-button-primary-background-color:rgb(0,51,0);--nl-button-primary-color:rgb(255,255,240)}');
    answer(element, 1);
    await onTo(element, 'taken');
    expect(colours(element, '[data-knop=verder]')).to.deep.equal(['rgb(255, 255, 240)', 'rgb(0, 51, 0)']);
  });

  it('follows the colour scheme of the page', async () => {
    const {element} = await themed('color-scheme:dark');
    expect(getComputedStyle(inside(element, '.widget')).backgroundColor).to.equal('rgb(23, 28, 38)');
  });

  it('stands on a page that unsets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{all:unset !important}');
    document.adoptedStyleSheets = [sheet];
    const {element} = await ready();
    expect(getComputedStyle(element).display).to.equal('block');
    expect(colours(element, '[data-knop=verder]')).to.deep.equal(DEFAULT);
    expect(inside(element, '.keuze').getBoundingClientRect().height).to.be.at.least(44);
  });

  it('lists every property once, ours first', () => {
    const names = tokenTable().map(({property}) => property);
    expect(new Set(names).size).to.equal(names.length);
    for (const name of names) expect(name).to.match(/^--mz-[a-z]+(-[a-z]+)+$/);
  });
});
