import {ChatElement} from './element.js';

if (!customElements.get('mz-chat')) customElements.define('mz-chat', ChatElement);
