import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {refused, renderFlow, ticking, type FlowArgs} from './support.js';

/** A page speaks one language, so stories in another one stand in a file of their own (see .storybook/preview.ts). */
const meta: Meta<FlowArgs> = {
  title: 'Talen/Met u',
  component: 'mz-gesprek',
  render: renderFlow,
  args: {lang: 'nl', aanspreekvorm: 'u'},
  parameters: {locale: 'nl-x-u'},
};
export default meta;

type Story = StoryObj<FlowArgs>;

export const MeerAntwoordenKiezen: Story = {args: {gesprek: 'meerkeuze'}, play: ticking};

export const Foutmelding: Story = {args: {gesprek: 'een-keuze'}, play: refused};
