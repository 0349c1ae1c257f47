import {expect} from '@open-wc/testing';
import {clear, has, inside, ready, stepOf, until} from '../support.js';

describe('<mz-gesprek>', () => {
  afterEach(clear);

  it('opens the flow that its attribute names, and another when that changes', async () => {
    const {element, heard} = await ready('gesprek="hulp-aanbieden"', {tag: 'mz-gesprek'});
    expect(stepOf(element)).to.equal('wat');
    expect(heard[1]!.detail).to.deep.equal({widget: 'gesprek', gesprek: 'hulp-aanbieden', nummer: 1});
    element.setAttribute('gesprek', 'herken-je-jezelf');
    await until(() => stepOf(element) === 'wie');
  });

  it('keeps its children for a flow that the pack does not have, until it is told one that it has', async () => {
    const {element, heard} = await ready('gesprek="bestaat-niet"', {tag: 'mz-gesprek'});
    expect(heard.map(({type, detail}) => [type, detail.code])).to.deep.equal([['mz-fout', 'gesprek-onbekend']]);
    await element.updateComplete;
    expect(has(element, '[data-stap]')).to.equal(false);
    expect(inside<HTMLSlotElement>(element, 'slot').assignedElements().length).to.equal(1);
    element.setAttribute('gesprek', 'hulp-aanbieden');
    await until(() => has(element, '[data-stap=wat]'));
  });
});
