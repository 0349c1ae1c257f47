/** Words of the chat's messages; they travel with what draws them. See `../base/words.ts`. */
import {msg, str} from '@lit/localize';
import type {ShortAnswer} from '../../flows/model/understanding.js';

export const you = () => msg('Jij:', {id: 'chat.jij'});
export const moreText = () => msg('Hier staat alleen het begin van je bericht.', {id: 'chat.langer'});

export const thisFits = () => msg('Dit past bij wat je schrijft:', {id: 'chat.past'});
export const bothFit = () => msg('Ik lees twee dingen. Hier is iets voor allebei:', {id: 'chat.allebei'});
export const doYouMean = () => msg('Bedoel je een van deze?', {id: 'chat.bedoel'});
export const doYouMeanThis = () => msg('Bedoel je dit?', {id: 'chat.bedoel-dit'});
export const andAlso = () => msg('Hier kan ik meer over vertellen. Kijk gerust later, het blijft staan:', {id: 'chat.ook'});
export const onward = (question: string) => msg(str`Verder met: ${question}`, {id: 'chat.verder-met'});
export const somethingElse = () => msg('Ik bedoelde iets anders', {id: 'chat.anders'});
export const notUnderstood = () => msg('Dat begrijp ik niet. Ik ben een programma en ken niet alle woorden. Probeer het korter, of kies iets:', {id: 'chat.onbekend'});
export const numbersStay = () => msg('Dank je dat je het vertelt. Ik ben een programma en begrijp niet alles. De nummers hierboven blijven staan: bel gerust. Of kies iets:', {id: 'chat.nummers-blijven'});
export const toldSomething = () => msg('Goed dat je het vertelt. Waar wil je mee verder?', {id: 'chat.verteld'});
export const tryOtherwise = () => msg('Goed dat je het zegt. Vertel het in andere woorden, of kies iets:', {id: 'chat.opnieuw'});
export const noWords = () => msg('Ik zie geen woorden. Vertel in een paar woorden waar het om gaat.', {id: 'chat.geen-woorden'});
export const flowFits = () => msg('Daar heb ik een paar korte vragen over. Daarna weet je wat je kunt doen.', {id: 'chat.gesprek-past'});
export const begin = (title: string) => msg(str`Begin: ${title}`, {id: 'chat.begin'});
export const placesFor = (title: string) => msg(str`Plekken voor «${title}»:`, {id: 'chat.plekken'});
export const morePlaces = () => msg('Zoek verder met een paar vragen', {id: 'chat.meer-plekken'});
export const factSource = (source: string, date: string) => msg(str`Bron: ${source}, ${date}.`, {id: 'chat.bron'});
export const factSourceOnly = (source: string) => msg(str`Bron: ${source}. De datum is niet bekend.`, {id: 'chat.bron-zonder-datum'});

export const noPerson = () => msg('Ik ben een programma, geen mens. Hieronder staat wie je wel kunt spreken.', {id: 'chat.geen-mens'});
export const mayHelp = () => msg('Misschien helpt dit ook:', {id: 'chat.misschien'});
export const notAlone = () => msg('Blijf hier niet alleen mee', {id: 'chat.niet-alleen'});
export const goodYouSaid = () => msg('Goed dat je het zegt. Vertel het nu ook aan iemand die je vertrouwt, of aan je huisarts.', {id: 'chat.goed-dat-je-het-zegt'});
export const inDanger = () => msg('Is er nu direct gevaar? Bel:', {id: 'chat.gevaar'});

export const takesAlong = () => msg('Dit neem ik mee naar de vragen:', {id: 'chat.neemt-mee'});
export const forget = () => msg('Neem dit niet mee', {id: 'chat.vergeet'});
export const remember = () => msg('Neem dit toch mee', {id: 'chat.toch'});
export const forgotten = () => msg('Dit neem ik niet mee.', {id: 'chat.vergeten'});

export const cannotRead = () => msg('Ik kan je bericht nu niet lezen: een deel van mij is niet geladen. Kies iets hieronder, of praat met een mens.', {id: 'chat.niet-geladen'});
export const inYourLanguage = (language: string) => msg(str`Ik kan verder in deze taal: ${language}.`, {id: 'chat.taal'});
export const notYourLanguage = (language: string) => msg(str`Ik spreek deze taal niet: ${language}. Een mens kan samen met jou verder zoeken.`, {id: 'chat.taal-niet'});

export const save = () => msg('Bewaar dit gesprek', {id: 'chat.bewaar'});
export const saved = () => msg('Bewaard op je apparaat.', {id: 'chat.bewaard'});
export const notSaved = () => msg('Bewaren lukt hier niet. Je kunt de tekst selecteren en kopiëren.', {id: 'chat.niet-bewaard'});
export const fileTitle = () => msg('Mijn gesprek', {id: 'chat.bestand'});
export const program = () => msg('Programma:', {id: 'chat.programma'});

const ASIDES: Record<ShortAnswer, () => string> = {
  groet: () => msg('Hallo. Fijn dat je er bent. Waar kan ik je bij helpen?', {id: 'chat.groet'}),
  dank: () => msg('Graag gedaan. Je kunt hier altijd verder typen.', {id: 'chat.dank'}),
  wie: () => msg('Ik ben een programma, geen mens. Ik zoek in teksten die mensen hebben geschreven over zorgen voor een ander. Soms begrijp ik je verkeerd.', {id: 'chat.wie'}),
  grof: () => msg('Het klinkt alsof je er even klaar mee bent. Dat mag. Wil je liever een mens spreken?', {id: 'chat.grof'}),
  opdracht: () => msg('Dat kan ik niet. Ik help alleen bij zorgen voor een ander, met teksten die er al zijn.', {id: 'chat.opdracht'}),
  medisch: () => msg('Daar kan ik niet over oordelen: ik ben geen dokter. Vraag het je huisarts, of de dokter die jullie kent.', {id: 'chat.medisch'}),
  juridisch: () => msg('Of je recht hebt op iets, of wat mag, kan ik niet zeggen. Leg het voor aan iemand die meekijkt in jullie situatie.', {id: 'chat.juridisch'}),
};

export const aside = (id: ShortAnswer): string => ASIDES[id]();
