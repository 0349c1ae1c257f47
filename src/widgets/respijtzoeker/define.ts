import {RespijtzoekerElement} from './element.js';

if (!customElements.get('mz-respijtzoeker')) customElements.define('mz-respijtzoeker', RespijtzoekerElement);
