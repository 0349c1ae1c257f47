import {expect} from '@open-wc/testing';
import {chatPack} from '../chat-fixtures.js';
import {all, clear, focused, has, inside, place, press, publish, ready, until, warningsDuring, type Tag} from '../support.js';

const float = async (attributes = 'vorm="zwevend"') => ready(attributes, {tag: 'mz-chat', folder: await publish(undefined, [...chatPack()])});

const launcher = (element: Tag) => inside(element, '[data-knop=open]');
const panel = (element: Tag) => inside(element, '.paneel');
const isOpen = (element: Tag) => panel(element).matches(':popover-open') && panel(element).getClientRects().length > 0;

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

  it('goes to the other side for what has the focus below it', async () => {
    const {element, box} = await float();
    const under = document.createElement('button');
    under.textContent = 'Van de pagina';
    box.append(under);
    const {left, top, width, height} = launcher(element).getBoundingClientRect();
    Object.assign(under.style, {position: 'fixed', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`});
    under.focus();
    expect(launcher(element).getBoundingClientRect().right).to.be.lessThan(left);
    under.style.left = '0';
    under.blur();
    under.focus();
    expect(launcher(element).getBoundingClientRect().left).to.be.closeTo(left, 1);
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
