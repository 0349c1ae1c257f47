/** Each kind of screen, looked at as behaviour: rules of axe, size of targets, reflow, spacing, colour settings. */
import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {all, answer, clear, inside, onTo, press, publish, ready, type, type Tag, toResult, until} from '../support.js';

async function toTicks(element: Tag) {
  answer(element, 2);
  await onTo(element, 'taken');
  [1, 3, 4].forEach((n) => answer(element, n));
  await element.updateComplete;
}

async function toNeed(element: Tag) {
  answer(element, 1);
  await onTo(element, 'taken');
  await onTo(element, 'jaren');
  await onTo(element, 'nodig');
}

const SCREENS: [string, (element: Tag) => Promise<void>][] = [
  ['a list', async () => {}],
  ['a list with an error', async (element) => press(element, 'verder')],
  ['a task list with own words', toTicks],
  [
    'a number with an error',
    async (element) => {
      answer(element, 1);
      await onTo(element, 'taken');
      await onTo(element, 'jaren');
      await type(element, '900');
      await press(element, 'verder');
    },
  ],
  [
    'a recap, a glossary word, sources and the contact',
    async (element) => {
      await toNeed(element);
      inside(element, '.begrip').click();
      inside(element, 'summary').click();
      await press(element, 'contact');
      await until(() => element.shadowRoot!.querySelector('[data-recap] dd'));
    },
  ],
  ['a text field', async (element) => toHelp(element)],
  [
    'a place field with an error',
    async (element) => {
      await toHelp(element);
      await onTo(element, 'waar');
      await press(element, 'verder');
    },
  ],
  [
    'buttons only',
    async (element) => {
      await toHelp(element);
      await onTo(element, 'waar');
      await type(element, 'Voorbeeldstad');
      await onTo(element, 'tussen');
    },
  ],
  [
    'a result',
    async (element) => {
      await toResult(element);
      all(element, '[data-knop=meer]').forEach((button) => button.click());
      inside(element, 'summary').click();
      await element.updateComplete;
    },
  ],
];

async function toHelp(element: Tag) {
  answer(element, 4);
  await press(element, 'verder');
  await until(() => element.shadowRoot!.querySelector('[data-stap=wat]'));
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 200));

function expectNoSidewaysScroll(element: Tag) {
  const widget = inside(element, '.widget');
  expect(document.documentElement.scrollWidth, 'page').to.be.at.most(innerWidth);
  for (const node of widget.querySelectorAll<HTMLElement>('*:not(.sr):not(.sr *)')) {
    const {right, left, width} = node.getBoundingClientRect();
    if (width) {
      expect(right, `${node.localName}.${node.className}`).to.be.at.most(widget.getBoundingClientRect().right + 0.5);
      expect(left).to.be.at.least(widget.getBoundingClientRect().left - 0.5);
    }
  }
}

describe('every screen', () => {
  afterEach(async () => {
    clear();
    document.documentElement.dir = '';
    document.adoptedStyleSheets = [];
    await emulateMedia({forcedColors: 'none', colorScheme: 'light', reducedMotion: 'no-preference'});
    await setViewport({width: 800, height: 600});
  });

  for (const [name, walk] of SCREENS) {
    it(`passes axe, has room for fingers and fits 320 px: ${name}`, async () => {
      await setViewport({width: 320, height: 700});
      const {element} = await ready();
      await walk(element);
      await settle();
      await expect(element).to.be.accessible();
      expectNoSidewaysScroll(element);
      for (const tile of all(element, '.keuze')) expect(tile.getBoundingClientRect().height).to.be.at.least(44);
      for (const target of all(element, 'button, summary, [data-contact] a')) {
        const inSentence = target.closest('p, li, dd')?.textContent.trim() !== target.textContent.trim() && target.closest('p, li');
        if (!inSentence) expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(24);
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}');
      element.shadowRoot!.adoptedStyleSheets = [...element.shadowRoot!.adoptedStyleSheets, sheet];
      expectNoSidewaysScroll(element);
      const larger = new CSSStyleSheet();
      larger.replaceSync(':root{font-size:200%}');
      document.adoptedStyleSheets = [larger];
      expectNoSidewaysScroll(element);
    });

    it(`passes axe in dark, in forced colours and from right to left: ${name}`, async () => {
      const {element, box} = await ready();
      await walk(element);
      box.style.colorScheme = 'dark';
      await settle();
      await expect(element).to.be.accessible();
      box.style.colorScheme = '';
      await emulateMedia({forcedColors: 'active'});
      await settle();
      await expect(element).to.be.accessible();
      await emulateMedia({forcedColors: 'none'});
      document.documentElement.dir = 'rtl';
      await setViewport({width: 320, height: 700});
      await settle();
      expectNoSidewaysScroll(element);
    });
  }

  it('draws its focus ring as an outline around the whole tile', async () => {
    const {element} = await ready();
    const input = inside(element, '[data-antwoord="2"] input');
    input.focus();
    const ring = getComputedStyle(input.nextElementSibling!);
    expect(ring.outlineStyle).to.equal('solid');
    expect(parseFloat(ring.outlineWidth)).to.be.at.least(3);
  });

  it('moves nothing for who asked for stillness', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    const {element} = await ready();
    expect(getComputedStyle(inside(element, '.stap')).animationName).to.equal('none');
  });

  it('marks the language of what is not in the language of the words', async () => {
    const {element} = await ready('', {folder: await publish()});
    expect(inside(element, 'legend > div').lang).to.equal('nl');
    expect(inside(element, '.widget').lang).to.equal('nl');
  });
});
