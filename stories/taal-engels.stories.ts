import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {renderFlow, Visitor, type FlowArgs} from './support.js';

/** A page speaks one language, so stories in another one stand in a file of their own (see .storybook/preview.ts). */
const meta: Meta<FlowArgs> = {
  title: 'Talen/Engels',
  component: 'mz-gesprek',
  render: renderFlow,
  args: {lang: 'en', aanspreekvorm: 'je'},
  parameters: {locale: 'en'},
};
export default meta;

type Story = StoryObj<FlowArgs>;

export const MeerAntwoordenKiezen: Story = {
  args: {gesprek: 'meerkeuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.at('taken');
    await visitor.choose(1);
  },
};

export const Foutmelding: Story = {
  args: {gesprek: 'een-keuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.press('verder');
    await visitor.sees('[data-fout]');
  },
};
