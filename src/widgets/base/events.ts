import type {FaultCode} from './fault.js';

/** How somebody left the widget for a person. */
export type ContactKind = 'bellen' | 'mailen' | 'website' | 'aanbod';

/** What the events of every widget say. Never an answer, never the id of a step. */
export interface EventDetails {
  'mz-klaar': {widget: string};
  'mz-stap': {widget: string; gesprek: string; nummer: number};
  'mz-uitslag': {widget: string; gesprek: string};
  'mz-contact': {widget: string; soort: ContactKind};
  'mz-fout': {widget: string; code: FaultCode};
}

declare global {
  interface HTMLElementEventMap {
    'mz-klaar': CustomEvent<EventDetails['mz-klaar']>;
    'mz-stap': CustomEvent<EventDetails['mz-stap']>;
    'mz-uitslag': CustomEvent<EventDetails['mz-uitslag']>;
    'mz-contact': CustomEvent<EventDetails['mz-contact']>;
    'mz-fout': CustomEvent<EventDetails['mz-fout']>;
  }
}
