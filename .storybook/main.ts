import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts', '../stories/**/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // Compiled by scripts/story-packs.mjs from stories/pakket, as a site owner would with `mantelzorg bouw`.
  staticDirs: [{from: '../.cache/stories', to: '/packs'}],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
