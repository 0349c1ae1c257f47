import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {all, answer, clear, focused, has, inside, onTo, press, ready, stepOf, type, until} from '../support.js';

describe('a question', () => {
  afterEach(clear);

  it('stands in a fieldset whose legend holds the heading', async () => {
    const {element} = await ready();
    expect(inside(element, 'fieldset > legend h3').textContent).to.contain('Voor wie');
    expect(inside(element, 'fieldset').getAttribute('aria-describedby')).to.equal('inleiding');
  });

  it('puts one input in every numbered label and no answer in an attribute', async () => {
    const {element} = await ready();
    answer(element, 2);
    await onTo(element, 'taken');
    const labels = all(element, '[data-antwoord]');
    expect(labels.map((label) => label.dataset.antwoord)).to.deep.equal(['1', '3', '4', '5']);
    for (const label of labels) expect(label.querySelectorAll('input').length).to.equal(1);
    for (const input of all(element, 'input')) {
      expect(input.hasAttribute('value')).to.equal(false);
      expect(['keuze', null]).to.include(input.getAttribute('name'));
    }
  });

  it('ties an explanation to its input and keeps it out of the name', async () => {
    const {element} = await ready();
    const input = inside(element, '[data-antwoord="3"] input');
    expect(element.shadowRoot!.getElementById(input.getAttribute('aria-describedby')!)!.textContent).to.contain('Klein of volwassen.');
    expect(inside(element, '[data-antwoord="3"]').textContent.trim()).to.equal('Mijn kind');
  });

  it('says what is missing beside the field, ties it to the first field and goes there', async () => {
    const {element} = await ready();
    await press(element, 'verder');
    await until(() => has(element, '[data-fout]'));
    const field = inside(element, '[data-antwoord="1"] input');
    expect(focused(element)).to.equal(field);
    expect(field.getAttribute('aria-describedby')!.split(' ')).to.include(inside(element, '[data-fout]').id);
    expect(all(element, '[role=alert],[aria-live]').length).to.equal(0);
    answer(element, 1);
    await element.updateComplete;
    expect(has(element, '[data-fout]')).to.equal(false);
  });

  it('keeps the focus on the answer that mends the error, so that a keyboard goes on from there', async () => {
    const {element} = await ready();
    await press(element, 'verder');
    await until(() => has(element, '[data-fout]'));
    const field = focused(element);
    await sendKeys({press: 'Space'});
    await element.updateComplete;
    expect(has(element, '[data-fout]')).to.equal(false);
    expect(focused(element)).to.equal(field);
    await sendKeys({press: 'ArrowDown'});
    expect(focused(element)).to.equal(inside(element, '[data-antwoord="2"] input'));
  });

  it('lets an error speak for itself only where the focus stays in its field', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    await onTo(element, 'jaren');
    await type(element, '900');
    await press(element, 'verder');
    expect(inside(element, '[data-fout]').hasAttribute('role')).to.equal(false);
    await type(element, 'abc');
    inside(element, '[data-invoer=getal]').focus();
    await sendKeys({press: 'Enter'});
    await element.updateComplete;
    expect(inside(element, '[data-fout]').getAttribute('role')).to.equal('alert');
    await type(element, '9');
    expect(all(element, '[role=alert]').length).to.equal(0);
  });

  it('never disables its button and moves on only when told to', async () => {
    const {element} = await ready();
    expect(inside<HTMLButtonElement>(element, '[data-knop=verder]').disabled).to.equal(false);
    answer(element, 1);
    await element.updateComplete;
    expect(stepOf(element)).to.equal('wie');
  });

  it('clears the others for an exclusive answer, and it for the others', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    const checked = () => all(element, '[data-antwoord] input').map((input) => (input as HTMLInputElement).checked);
    answer(element, 1);
    answer(element, 3);
    answer(element, 5);
    await element.updateComplete;
    expect(checked()).to.deep.equal([false, false, false, true]);
    expect(inside(element, '[role=status]').textContent).to.contain('uitgezet');
    answer(element, 1);
    await element.updateComplete;
    expect(checked()).to.deep.equal([true, false, false, false]);
  });

  it('announces once which buttons are open now, without moving focus', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    const tick = inside<HTMLInputElement>(element, '[data-antwoord="3"] input');
    tick.focus();
    tick.click();
    await element.updateComplete;
    expect(inside(element, '[data-knop=verder]').textContent.trim()).to.equal('Naar je nachten');
    expect(inside(element, '[role=status]').textContent.trim()).to.equal('Je kunt nu kiezen: Naar je nachten.');
    expect(focused(element)).to.equal(tick);
    answer(element, 1);
    await element.updateComplete;
    expect(inside(element, '[role=status]').textContent.trim()).to.equal('');
  });

  it('opens a field for own words beside its answer and keeps them', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    expect(has(element, '[data-invoer=tekst]')).to.equal(false);
    answer(element, 4);
    await element.updateComplete;
    await type(element, 'De hond uitlaten');
    await onTo(element, 'jaren');
    await press(element, 'terug');
    expect(inside<HTMLInputElement>(element, '[data-invoer=tekst]').value).to.equal('De hond uitlaten');
    expect(inside(element, '[data-invoer=tekst]').hasAttribute('value')).to.equal(false);
  });

  it('refuses too few and too many, and says how many', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    await onTo(element, 'jaren');
    await onTo(element, 'nodig');
    await press(element, 'verder');
    expect(inside(element, '[data-fout]').textContent.trim()).to.equal('Kies er minstens 1.');
    [1, 2, 3].forEach((n) => answer(element, n));
    await press(element, 'verder');
    expect(inside(element, '[data-fout]').textContent).to.contain('hoogstens 2');
  });

  it('takes a number within its bounds, or none', async () => {
    const {element} = await ready();
    answer(element, 1);
    await onTo(element, 'taken');
    await onTo(element, 'jaren');
    for (const [typed, says] of [['abc', /heel getal/], ['3,5', /heel getal/], ['-1', /0 of meer/], ['81', /80 of minder/]] as const) {
      await type(element, typed);
      await press(element, 'verder');
      expect(inside(element, '[data-fout]').textContent).to.match(says);
      expect(inside(element, '[data-invoer=getal]').getAttribute('aria-invalid')).to.equal('true');
      expect(focused(element)).to.equal(inside(element, '[data-invoer=getal]'));
    }
    expect(inside(element, '#hint').textContent).to.contain('leeg laten');
    await type(element, '');
    await onTo(element, 'nodig');
  });

  it('goes by keyboard alone, Enter included', async () => {
    const {element} = await ready();
    const path = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({press: key});
      await element.updateComplete;
    };
    inside<HTMLInputElement>(element, '[data-antwoord="1"] input').focus();
    await path('ArrowDown');
    await path('Enter');
    await until(() => stepOf(element) === 'taken');
    await path('Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    await until(() => (focused(element) as HTMLElement).dataset.knop === 'verder');
    await path('Enter');
    await until(() => stepOf(element) === 'jaren');
    await path('Tab', '4', 'Enter');
    await until(() => stepOf(element) === 'nodig');
  });

  it('says what comes next, as far as that is certain', async () => {
    const {element} = await ready();
    expect(inside(element, '[data-knop=verder]').textContent.trim()).to.equal('Verder');
    answer(element, 1);
    await onTo(element, 'taken');
    answer(element, 3);
    await onTo(element, 'nacht');
    expect(inside(element, '[data-knop=verder]').textContent.trim()).to.equal('Naar hoe lang al');
  });

  it('counts in words, and exactly once it is certain', async () => {
    const {element} = await ready();
    expect(inside(element, '.boven').textContent).to.contain('Vraag 1 van ongeveer');
    answer(element, 1);
    await onTo(element, 'taken');
    await onTo(element, 'jaren');
    expect(inside(element, '.boven').textContent).to.contain('Vraag 3 van 4');
  });
});
