import type {Preview} from '@storybook/web-components-vite';
import '../src/widgets/chat/define.js';
import '../src/widgets/gesprek/define.js';
import '../src/widgets/herken-je-jezelf/define.js';
import '../src/widgets/ondersteuningswijzer/define.js';
import '../src/widgets/respijtzoeker/define.js';

let spoken: string | undefined;

const preview: Preview = {
  // The interface words are one language a page: a story in another one starts on a fresh page.
  beforeEach: ({parameters}) => {
    const locale = (parameters as {locale?: string}).locale ?? 'nl';
    if (spoken && spoken !== locale) location.reload();
    spoken = locale;
  },
  parameters: {
    // A story that axe objects to fails the run.
    a11y: {test: 'error'},
    controls: {expanded: true},
    layout: 'padded',
  },
};

export default preview;
