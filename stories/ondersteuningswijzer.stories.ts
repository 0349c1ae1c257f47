import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {BASIS, fallback, Visitor} from './support.js';
import './themas.css';

interface Args {
  thema: 'kaal' | 'voorbeeld' | 'donker';
  kopniveau: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/mz-ondersteuningswijzer',
  component: 'mz-ondersteuningswijzer',
  args: {thema: 'kaal', kopniveau: '2'},
  argTypes: {
    thema: {control: 'inline-radio', options: ['kaal', 'voorbeeld', 'donker']},
  },
  render: ({thema, kopniveau}) => html`
    <div class=${thema === 'voorbeeld' ? 'voorbeeld-theme' : `thema-${thema}`}>
      <mz-ondersteuningswijzer pakket=${BASIS} lang="nl" kopniveau=${kopniveau}>
        ${fallback}
      </mz-ondersteuningswijzer>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const seeFirstQuestion: Story['play'] = async ({canvasElement}) => {
  const visitor = new Visitor(canvasElement, 'mz-ondersteuningswijzer');
  await visitor.sees('[data-stap] [data-antwoord="1"]');
};

export const EersteVraag: Story = {play: seeFirstQuestion};

export const VoorbeeldThema: Story = {args: {thema: 'voorbeeld'}, play: seeFirstQuestion};

export const Donker: Story = {args: {thema: 'donker'}, play: seeFirstQuestion};

export const TweedeVraag: Story = {
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement, 'mz-ondersteuningswijzer');
    await visitor.choose(1);
    await visitor.press('verder');
    await visitor.sees('[data-knop="terug"]');
  },
};
