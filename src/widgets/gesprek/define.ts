import {GesprekElement} from './element.js';

if (!customElements.get('mz-gesprek')) customElements.define('mz-gesprek', GesprekElement);
