import {HerkenJeJezelfElement} from './element.js';

if (!customElements.get('mz-herken-je-jezelf')) customElements.define('mz-herken-je-jezelf', HerkenJeJezelfElement);
