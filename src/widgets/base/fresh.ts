import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

/** Text that changes on one screen: an element of its own each time, so that a translator cannot keep the old one. */
export const fresh = (text: string): unknown => keyed(text, html`${text}`);
