/** Interface words of what a visitor takes along; they travel with that chunk. See `../words.ts`. */
import {msg, str} from '@lit/localize';

export const close = () => msg('Sluit', {id: 'knop.sluit'});
export const remove = () => msg('Haal weg', {id: 'knop.haal-weg'});
export const addLine = () => msg('Schrijf er een regel bij', {id: 'briefje.erbij'});
export const noteTitle = () => msg('Je briefje', {id: 'briefje.kop'});
export const noteHint = () => msg('Alleen jij ziet dit, tot jij het geeft of stuurt. Verander wat je wilt, en haal weg wat je niet wilt vertellen.', {id: 'briefje.uitleg'});
export const noteFor = () => msg('Voor wie is het?', {id: 'briefje.voor-wie'});
export const lineName = (n: number) => msg(str`Regel ${n}`, {id: 'briefje.regel'});
export const newLine = () => msg('Nieuwe regel', {id: 'briefje.nieuwe-regel'});
export const helpsMe = () => msg('Dit zou mij helpen:', {id: 'briefje.helpt'});
export const wantToAsk = () => msg('Deze plekken wil ik vragen:', {id: 'briefje.vragen'});
export const regards = () => msg('Met vriendelijke groet,', {id: 'briefje.groet'});
export const noLines = () => msg('Er staat nog niets in. Schrijf er zelf een regel bij.', {id: 'briefje.leeg'});
export const subject = (reader: string) => msg(str`Briefje voor: ${reader}`, {id: 'briefje.onderwerp'});

export const tasksTitle = () => msg('Klaar om te sturen', {id: 'taken.kop'});
export const tasksHint = () => msg('Eén mens, één ding: dat werkt het best. Verander de zin zoals jij het zou zeggen. Er gaat niets weg tot jij het stuurt.', {id: 'taken.uitleg'});
export const taskAsk = (task: string) => msg(str`Kun jij mij helpen met: ${task}?`, {id: 'taken.vraag'});
export const taskName = (task: string) => msg(str`Je zin bij: ${task}`, {id: 'taken.zin'});
export const sendTask = () => msg('Stuur dit bericht', {id: 'taken.stuur'});
export const noTasks = () => msg('Er staat niets meer in je lijst.', {id: 'taken.leeg'});

export const readers: Record<string, {name: () => string; lines: () => string[]}> = {
  huisarts: {
    name: () => msg('Huisarts', {id: 'lezer.huisarts'}),
    lines: () => [msg('Beste huisarts,', {id: 'lezer.huisarts-aanhef'}), msg('Ik zorg voor iemand in mijn omgeving. Zo gaat het nu met mij.', {id: 'lezer.huisarts-zin'})],
  },
  gemeente: {
    name: () => msg('Gesprek met de gemeente (Wmo)', {id: 'lezer.gemeente'}),
    lines: () => [msg('Voor ons gesprek over hulp en ondersteuning', {id: 'lezer.gemeente-aanhef'}), msg('Ik zorg voor iemand. Dit doe ik nu, en zo gaat het met mij.', {id: 'lezer.gemeente-zin'})],
  },
  werkgever: {
    name: () => msg('Werkgever', {id: 'lezer.werkgever'}),
    lines: () => [msg('Beste leidinggevende,', {id: 'lezer.werkgever-aanhef'}), msg('Naast mijn werk zorg ik voor iemand. Ik wil graag samen kijken wat er op het werk kan.', {id: 'lezer.werkgever-zin'})],
  },
  school: {
    name: () => msg('School', {id: 'lezer.school'}),
    lines: () => [msg('Beste mentor,', {id: 'lezer.school-aanhef'}), msg('Thuis zorg ik mee voor iemand. Ik vertel dit, zodat school er rekening mee kan houden.', {id: 'lezer.school-zin'})],
  },
  familie: {
    name: () => msg('Familie en vrienden', {id: 'lezer.familie'}),
    lines: () => [msg('Lieve allemaal,', {id: 'lezer.familie-aanhef'}), msg('Ik zorg voor iemand, en dat zie je niet altijd. Zo gaat het nu.', {id: 'lezer.familie-zin'})],
  },
};

export const copied = () => msg('Gekopieerd. Je kunt het nu ergens plakken.', {id: 'mee.gekopieerd'});
export const copyYourself = () => msg('Kopiëren lukt hier niet vanzelf. Selecteer de tekst hieronder en kopieer hem zelf.', {id: 'mee.kopieer-zelf'});
export const textToCopy = () => msg('Tekst om te kopiëren', {id: 'mee.tekst'});
export const noShare = () => msg('Delen lukt hier niet. Kies Kopieer of Bewaar als bestand.', {id: 'mee.niet-gedeeld'});
export const noPrint = () => msg('Printen lukt hier niet. Kies Kopieer of Bewaar als bestand.', {id: 'mee.niet-geprint'});
export const mailCut = () => msg('De rest paste niet in deze mail. Kies Kopieer voor de hele tekst.', {id: 'mee.mail-te-lang'});
export const saved = () => msg('Het bestand staat bij je downloads.', {id: 'mee.bewaard'});
export const noFile = () => msg('Bewaren als bestand lukt hier niet. Kies Kopieer.', {id: 'mee.geen-bestand'});

export const reminderTitle = () => msg('Kijk nog eens hoe het met jou gaat', {id: 'herinnering.kop'});
export const reminderText = () => msg('Drie maanden geleden keek je wat er bij jou past. Is er iets veranderd? Kijk dan opnieuw.', {id: 'herinnering.tekst'});
export const reminderSaved = () => msg('De herinnering staat bij je downloads. Open het bestand, dan komt hij in je agenda. Er staan geen antwoorden in.', {id: 'herinnering.bewaard'});

export const linkTitle = () => msg('Je link', {id: 'link.kop'});
export const linkHint = () => msg('Wie deze link of code heeft, ziet je antwoorden. Je eigen woorden en je woonplaats staan er niet in.', {id: 'link.uitleg'});
export const linkUse = () => msg('Open hem later zelf, of laat de code scannen aan een balie. Dan staat je uitslag er weer.', {id: 'link.gebruik'});
export const copyLink = () => msg('Kopieer de link', {id: 'link.kopieer'});
export const qrName = () => msg('QR-code van je link', {id: 'link.qr'});
export const madeOn = (date: string, site: string) => msg(str`Gemaakt op ${date} via ${site}`, {id: 'mee.gemaakt'});
export const contact = () => msg('Iemand spreken', {id: 'mee.contact'});
export const whatYouSaid = () => msg('Dit vertelde je', {id: 'mee.verteld'});
