import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {fallback, GEMEENTE, Visitor} from './support.js';
import './themas.css';

interface Args {
  thema: 'kaal' | 'voorbeeld' | 'donker';
  vorm: 'ingebed' | 'zwevend';
  pakket: string;
  lang: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/mz-chat',
  component: 'mz-chat',
  args: {thema: 'kaal', vorm: 'ingebed', pakket: GEMEENTE, lang: 'nl'},
  argTypes: {
    thema: {control: 'inline-radio', options: ['kaal', 'voorbeeld', 'donker']},
    vorm: {control: 'inline-radio', options: ['ingebed', 'zwevend']},
  },
  render: ({thema, vorm, pakket, lang}) => html`
    <div class=${thema === 'voorbeeld' ? 'voorbeeld-theme' : `thema-${thema}`}>
      <mz-chat vorm=${vorm} pakket=${pakket} lang=${lang}>${fallback}</mz-chat>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const play =
  (act: (visitor: Visitor) => Promise<void>): NonNullable<Story['play']> =>
  async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement, 'mz-chat');
    await visitor.sees('[data-knop=starter]');
    await act(visitor);
  };

const say = async (visitor: Visitor, text: string, answer: string): Promise<void> => {
  await visitor.type('vraag', text);
  await visitor.press('stuur');
  await visitor.sees(answer);
};

const begin = play(async (visitor) => visitor.sees('[data-invoer=vraag]'));

export const Begin: Story = {play: begin};

export const VoorbeeldThema: Story = {args: {thema: 'voorbeeld'}, play: begin};

export const Donker: Story = {args: {thema: 'donker'}, play: begin};

export const Engels: Story = {args: {lang: 'en'}, play: begin};

export const Vraag: Story = {
  play: play(async (visitor) => {
    await visitor.press('starter');
    await visitor.sees('[data-antwoord]');
  }),
};

export const Antwoord: Story = {play: play((visitor) => say(visitor, 'hoe vraag ik een parkeerkaart aan', '[data-steun]'))};

export const Keuze: Story = {play: play((visitor) => say(visitor, 'hulp bij eten en rijden', '[data-knop=bedoel]'))};

export const Onbekend: Story = {play: play((visitor) => say(visitor, 'xqzt blorp', '[data-bericht="3"] [data-knop=starter]'))};

export const Nood: Story = {play: play((visitor) => say(visitor, 'ik wil niet meer leven', '[data-alarm]'))};

export const NoodDonker: Story = {args: {thema: 'donker'}, play: play((visitor) => say(visitor, 'ik wil niet meer leven', '[data-alarm]'))};

export const Leeg: Story = {
  play: play(async (visitor) => {
    await visitor.press('stuur');
    await visitor.sees('[data-fout]');
  }),
};

export const Zwevend: Story = {args: {vorm: 'zwevend'}, play: play((visitor) => visitor.sees('[data-knop=open]'))};

export const ZwevendOpen: Story = {
  args: {vorm: 'zwevend'},
  play: play(async (visitor) => {
    await visitor.press('open');
    await visitor.sees('.paneel.open');
  }),
};
