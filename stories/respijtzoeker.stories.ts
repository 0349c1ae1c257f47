import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {BASIS, fallback, GEMEENTE, Visitor} from './support.js';
import './themas.css';

interface Args {
  thema: 'kaal' | 'voorbeeld' | 'donker';
  pakket: string;
  lang: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/mz-respijtzoeker',
  component: 'mz-respijtzoeker',
  args: {thema: 'kaal', pakket: GEMEENTE, lang: 'nl'},
  argTypes: {
    thema: {control: 'inline-radio', options: ['kaal', 'voorbeeld', 'donker']},
  },
  render: ({thema, pakket, lang}) => html`
    <div class=${thema === 'voorbeeld' ? 'voorbeeld-theme' : `thema-${thema}`}>
      <mz-respijtzoeker pakket=${pakket} lang=${lang}>${fallback}</mz-respijtzoeker>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const start = async (canvas: HTMLElement): Promise<Visitor> => {
  const visitor = new Visitor(canvas, 'mz-respijtzoeker');
  await visitor.sees('[data-aantal]');
  return visitor;
};

const play =
  (act: (visitor: Visitor) => Promise<void>): NonNullable<Story['play']> =>
  async ({canvasElement}) =>
    act(await start(canvasElement));

const choose = async (visitor: Visitor, ...filters: string[]): Promise<void> => {
  for (const filter of filters) (await visitor.find(`[data-filter="${filter}"]`)).click();
};

const seek = async (visitor: Visitor, place: string): Promise<void> => {
  await visitor.type('plaats', place);
  await visitor.press('zoek');
};

const seeAll = play(async (visitor) => visitor.sees('[data-aanbod]'));

export const Begin: Story = {play: seeAll};

export const VoorbeeldThema: Story = {args: {thema: 'voorbeeld'}, play: seeAll};

export const Donker: Story = {args: {thema: 'donker'}, play: seeAll};

export const Dichtbij: Story = {
  play: play(async (visitor) => {
    await seek(visitor, 'Voorbeeldstad');
    await visitor.sees('[data-afstand]');
  }),
};

export const PlaatsOnbekend: Story = {
  play: play(async (visitor) => {
    await seek(visitor, 'Utrecth');
    await visitor.sees('[data-knop=kies]');
  }),
};

export const PlaatsDubbel: Story = {
  play: play(async (visitor) => {
    await seek(visitor, 'Hengelo');
    await visitor.sees('[data-knop=kies]');
  }),
};

export const MeerFilters: Story = {
  play: play(async (visitor) => {
    await visitor.press('meer');
    await visitor.sees('[data-filter="doelgroepen:dementie"]');
  }),
};

export const Kaart: Story = {
  play: play(async (visitor) => {
    (await visitor.find('[data-aanbod] [data-knop=meer]')).click();
    await visitor.sees('[data-gecontroleerd]');
  }),
};

export const Briefje: Story = {
  play: play(async (visitor) => {
    await visitor.press('briefje');
    await visitor.sees('[data-briefje] [data-regel]');
  }),
};

export const Link: Story = {
  play: play(async (visitor) => {
    await choose(visitor, 'duur:nacht');
    await visitor.press('link');
    await visitor.sees('[data-link]');
  }),
};

export const NietsGevonden: Story = {
  play: play(async (visitor) => {
    await seek(visitor, 'Utrecht');
    await choose(visitor, 'duur:nacht', 'spoed:ja');
    await visitor.sees('[data-knop=los]');
  }),
};

export const HelpMeKiezen: Story = {
  play: play(async (visitor) => {
    await visitor.press('starter');
    await visitor.sees('[data-stap=wie] [data-antwoord="1"]');
  }),
};

export const ZonderAanbod: Story = {
  args: {pakket: BASIS},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement, 'mz-respijtzoeker');
    await visitor.sees('[data-knop=starter]');
    await visitor.sees('[data-contact]');
  },
};

