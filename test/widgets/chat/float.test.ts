import {expect} from '@open-wc/testing';
import {chatPack} from '../chat-fixtures.js';
import {all, clear, focused, has, inside, place, press, publish, ready, until, warningsDuring, type Tag} from '../support.js';

const float = async (attributes = 'vorm="zwevend"') => ready(attributes, {tag: 'mz-chat', folder: await publish(undefined, [...chatPack()])});

const launcher = (element: Tag) => inside(element, '[data-knop=open]');
const panel = (element: Tag) => inside(element, '.paneel');
const isOpen = (element: Tag) => panel(element).matches(':popover-open') && panel(element).getClientRects().length > 0;

/** Puts something of the page itself there. */
function onPage<K extends 'button' | 'div' | 'textarea'>(box: Element, tag: K, style: Partial<CSSStyleDeclaration>): HTMLElementTagNameMap[K] {
  const one = document.createElement(tag);
  Object.assign(one.style, style);
  box.append(one);
  return one;
}

const isSeen = (element: Tag) => getComputedStyle(launcher(element)).opacity === '1';
const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const escape = (element: Tag) => focused(element)!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true}));

describe('<mz-chat vorm="zwevend">', () => {
  afterEach(clear);

  it('is a button that says what it opens, and nothing else', async () => {
    const {element, heard} = await float();
    expect(heard.some(({type}) => type === 'mz-klaar')).to.equal(true);
    expect(launcher(element).textContent!.trim()).to.equal('Stel je vraag');
    expect(launcher(element).getAttribute('aria-expanded')).to.equal('false');
    expect(isOpen(element)).to.equal(false);
    expect(getComputedStyle(element).position).to.equal('sticky');
    await expect(element).to.be.accessible();
  });

  it('opens above the page with the focus on the first question, and closes with Esc and with Sluit, back to the button', async () => {
    const {element} = await float();
    for (const how of ['esc', 'sluit'] as const) {
      launcher(element).click();
      await until(() => isOpen(element) && focused(element)?.id === 'kop');
      expect(launcher(element).getAttribute('aria-expanded')).to.equal('true');
      expect(panel(element).getAttribute('role')).to.equal('dialog');
      expect(inside(element, `#${panel(element).getAttribute('aria-labelledby')}`).textContent).to.equal('Stel je vraag');
      await expect(element).to.be.accessible();
      if (how === 'esc') escape(element);
      else await press(element, 'sluit');
      await until(() => !isOpen(element) && focused(element) === launcher(element));
    }
  });

  it('keeps the conversation while it is closed, and is closed wherever it comes back', async () => {
    const {element, box} = await float();
    launcher(element).click();
    await until(() => isOpen(element));
    const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
    await press(element, 'starter');
    await told;
    escape(element);
    await until(() => !isOpen(element));
    expect(inside(element, '[data-stap]').dataset['stap']).to.equal('wie');
    launcher(element).click();
    await until(() => isOpen(element));
    element.remove();
    box.append(element);
    await element.updateComplete;
    expect(isOpen(element)).to.equal(false);
    expect(launcher(element).getAttribute('aria-expanded')).to.equal('false');
    expect(inside(element, '[data-stap]').dataset['stap']).to.equal('wie');
  });

  it('goes to the other side for what has the focus below it, and back when the focus goes', async () => {
    const {element, box} = await float();
    const {left, top, width, height} = launcher(element).getBoundingClientRect();
    const under = onPage(box, 'button', {position: 'fixed', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`});
    under.focus();
    // What makes room comes with what draws messages.
    await until(() => launcher(element).getBoundingClientRect().right < left);
    expect(isSeen(element)).to.equal(true);
    under.blur();
    expect(launcher(element).getBoundingClientRect().left).to.be.closeTo(left, 1);
    under.style.left = '0';
    under.focus();
    expect(launcher(element).getBoundingClientRect().left).to.be.closeTo(left, 1);
  });

  it('is not seen while a field over the whole width has the focus below it, in any order of focus and scrolling', async () => {
    const {element, box} = await float();
    const above = onPage(box, 'div', {height: '150vh'});
    const field = onPage(box, 'textarea', {display: 'block', inlineSize: '100%', blockSize: '4em'});
    const below = onPage(box, 'div', {height: '150vh'});
    box.prepend(above, field, below);
    const to = (edge: 'under' | 'middle') => scrollTo(0, scrollY + field.getBoundingClientRect().bottom - (edge === 'under' ? innerHeight - 5 : innerHeight / 2));
    to('under');
    field.focus({preventScroll: true});
    await until(() => !isSeen(element));
    to('middle');
    await until(() => isSeen(element));
    to('under');
    await until(() => !isSeen(element));
    launcher(element).focus();
    expect(isSeen(element)).to.equal(true);
    field.focus({preventScroll: true});
    expect(isSeen(element)).to.equal(false);
    field.blur();
    expect(isSeen(element)).to.equal(true);
    field.focus({preventScroll: true});
    field.remove();
    await until(() => isSeen(element));
    scrollTo(0, 0);
  });

  it('does not go for a part of the page that only a link leads to', async () => {
    const {element, box} = await float();
    launcher(element).click();
    await until(() => isOpen(element));
    escape(element);
    const main = onPage(box, 'div', {position: 'fixed', inset: '0'});
    main.tabIndex = -1;
    main.focus();
    await twoFrames();
    expect(isSeen(element)).to.equal(true);
  });

  it('closes the panel when the focus goes to what is wholly behind it, and leaves the focus there', async () => {
    const {element, box} = await float();
    launcher(element).click();
    await until(() => isOpen(element) && focused(element)?.id === 'kop');
    const {left, top} = panel(element).getBoundingClientRect();
    const beside = onPage(box, 'button', {position: 'fixed', left: '0', top: '0', width: `${left + 50}px`, height: '2em'});
    beside.style.top = `${top + 20}px`;
    beside.focus();
    await twoFrames();
    expect(isOpen(element)).to.equal(true);
    const behind = onPage(box, 'button', {position: 'fixed', left: `${left + 20}px`, top: `${top + 20}px`});
    behind.focus();
    await until(() => !isOpen(element));
    expect(document.activeElement).to.equal(behind);
    expect(launcher(element).getAttribute('aria-expanded')).to.equal('false');
  });

  it('takes no clicks beside its button', async () => {
    const {element} = await float();
    const {top, height} = launcher(element).getBoundingClientRect();
    expect(document.elementFromPoint(20, top + height / 2)?.localName).not.to.equal('mz-chat');
  });

  it('stands in the page for a form that does not exist, and says so', async () => {
    let element: Tag | undefined;
    const said = await warningsDuring(async () => {
      ({element} = await float('vorm="groot"'));
    }, /vorm="groot" bestaat niet; kies ingebed of zwevend/);
    expect(said.length).to.equal(1);
    expect(has(element!, '.paneel')).to.equal(false);
    expect(all(element!, '[data-knop=starter]').length).to.equal(2);
  });

  it('shows its own children where it stands when the pack cannot be had', async () => {
    const {element, heard} = await place('vorm="zwevend" pakket="https://pakket.test/nergens/pakket.json"', {tag: 'mz-chat'});
    await until(() => heard.some(({type}) => type === 'mz-fout'));
    await element.updateComplete;
    expect(has(element, 'slot')).to.equal(true);
    expect(has(element, '[data-knop=probeer]')).to.equal(true);
  });
});
