import {svg} from 'lit';
import {icon} from './icons.js';

export const phoneIcon = () =>
  icon(svg`<path d="M5 4h4l2 5-2.5 1.5a12 12 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z" />`);
export const warningIcon = () => icon(svg`<path d="M12 4 2.5 20h19zM12 10v4m0 3v.01" />`);
export const lightIcon = () => icon(svg`<path d="M9 18h6m-5 3h4M8.5 15a6 6 0 1 1 7 0c-.6.5-1 1.200-1 2v1h-5v-1c0-.8-.4-1.500-1-2z" />`);
export const awayIcon = () => icon(svg`<path d="M14 4h6v6m0-6-9 9M18 14v6H4V6h6" />`, 'weg');
