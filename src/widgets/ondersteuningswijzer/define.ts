import {OndersteuningswijzerElement} from './element.js';

if (!customElements.get('mz-ondersteuningswijzer')) customElements.define('mz-ondersteuningswijzer', OndersteuningswijzerElement);
