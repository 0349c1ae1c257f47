import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {renderFlow, Visitor, type FlowArgs} from './support.js';

const meta: Meta<FlowArgs> = {
  title: 'Widgets/mz-gesprek',
  component: 'mz-gesprek',
  render: renderFlow,
};
export default meta;

type Story = StoryObj<FlowArgs>;

export const EenAntwoordKiezen: Story = {
  args: {gesprek: 'een-keuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.at('wie');
    await visitor.choose(2);
  },
};

export const EigenWoordenBijEenAntwoord: Story = {
  args: {gesprek: 'een-keuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.choose(3);
    await visitor.type('tekst', 'mijn buurvrouw');
  },
};

export const FoutmeldingBijEenKeuze: Story = {
  args: {gesprek: 'een-keuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.press('verder');
    await visitor.sees('[data-fout]');
  },
};

export const MeerAntwoordenKiezen: Story = {
  args: {gesprek: 'meerkeuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.choose(1, 2);
  },
};

export const TeVeelGekozen: Story = {
  args: {gesprek: 'meerkeuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.choose(1, 2, 3);
    await visitor.press('verder');
    await visitor.sees('[data-fout]');
  },
};

export const GetalInvullen: Story = {
  args: {gesprek: 'getal'},
  play: async ({canvasElement}) => {
    await new Visitor(canvasElement).type('getal', '42');
  },
};

export const GetalBuitenDeGrens: Story = {
  args: {gesprek: 'getal'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.type('getal', '400');
    await visitor.press('verder');
    await visitor.sees('[data-fout]');
  },
};

export const PlaatsInvullen: Story = {
  args: {gesprek: 'eigen-woorden'},
  play: async ({canvasElement}) => {
    await new Visitor(canvasElement).type('plaats', 'Voorbeeldstad');
  },
};

export const EigenTekst: Story = {
  args: {gesprek: 'eigen-woorden'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.type('plaats', 'Voorbeeldstad');
    await visitor.press('verder');
    await visitor.at('woorden');
    await visitor.type('tekst', 'Ik ben vooral moe.');
  },
};

export const TekstMetKadersCijfersEnBronnen: Story = {
  args: {gesprek: 'tekst'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.sees('[data-nood="spoed"]');
    await visitor.sees('[data-contact]');
  },
};

async function toResult(canvasElement: HTMLElement): Promise<Visitor> {
  const visitor = new Visitor(canvasElement);
  await visitor.at('nacht');
  await visitor.choose(1);
  await visitor.press('verder');
  await visitor.at('dag');
  await visitor.choose(2);
  await visitor.press('verder');
  await visitor.at('uitslag');
  await visitor.sees('[data-steun="nachtzorg"]');
  return visitor;
}

export const Uitslag: Story = {
  args: {gesprek: 'uitslag'},
  play: async ({canvasElement}) => {
    await toResult(canvasElement);
  },
};

export const UitslagMetUitlegOpen: Story = {
  args: {gesprek: 'uitslag'},
  play: async ({canvasElement}) => {
    await (await toResult(canvasElement)).press('meer');
  },
};

export const Briefje: Story = {
  args: {gesprek: 'uitslag'},
  play: async ({canvasElement}) => {
    const visitor = await toResult(canvasElement);
    await visitor.press('briefje');
    await visitor.sees('[data-regel]');
  },
};

export const Taken: Story = {
  args: {gesprek: 'uitslag'},
  play: async ({canvasElement}) => {
    const visitor = await toResult(canvasElement);
    await visitor.press('taken');
    await visitor.sees('[data-taak]');
  },
};

export const LinkMetCode: Story = {
  args: {gesprek: 'uitslag'},
  play: async ({canvasElement}) => {
    const visitor = await toResult(canvasElement);
    await visitor.press('link');
    await visitor.sees('[data-link]');
  },
};

export const ContactOpDeVraag: Story = {
  args: {gesprek: 'een-keuze'},
  play: async ({canvasElement}) => {
    const visitor = new Visitor(canvasElement);
    await visitor.press('contact');
    await visitor.sees('[data-contact]');
  },
};

export const PakketOnbereikbaar: Story = {
  args: {gesprek: 'een-keuze', pakket: '/packs/bestaat-niet/pakket.json'},
  play: async ({canvasElement}) => {
    await new Visitor(canvasElement).sees('[data-knop="probeer"]');
  },
};

export const OnbekendGesprek: Story = {args: {gesprek: 'bestaat-niet'}};
