/**
 * What the build knows and the loader needs. The build replaces this file's content (see `rollup.config.mjs`);
 * as it stands here the loader finds no widget.
 */
export interface BuildTable {
  version: string;
  /** The one chunk that all widgets share, relative to the loader. */
  core: string;
  /**
   * Per widget, without the `mz-` of its tag: its chunk, and the flow that it opens with. `@name` means
   * that the attribute `name` says so, an empty string that there is nothing to fetch early.
   */
  widgets: Record<string, readonly [chunk: string, opens: string]>;
  /** Where the built-in pack lies, relative to the loader. */
  packs: string;
  /**
   * Parts of the built-in pack that some tag opens with by itself: `flow.<flow>.<lang>` to file and integrity. Other
   * flows are named by the chunks that need them, so that a pack may grow without the loader.
   */
  parts: Record<string, readonly [file: string, integrity: string]>;
}

export const BUILD: BuildTable = {version: '0', core: '', widgets: {}, packs: '', parts: {}};
