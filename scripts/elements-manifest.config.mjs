/** For the custom elements analyzer: left to itself it writes the folder of the build into package.json. */
export default {
  litelement: true,
  globs: ['src/widgets/**/*.ts'],
  packagejson: false,
  quiet: true,
};
