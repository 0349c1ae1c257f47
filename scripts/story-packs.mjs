// Compiles the packs that the stories show: the real ones, and the fictional one with every kind of step.
import {execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKS = {toonzaal: 'stories/pakket', basis: 'content/basis', gemeente: 'content/voorbeeld-gemeente'};

rmSync(new URL('../.cache/stories', import.meta.url), {recursive: true, force: true});
for (const [id, folder] of Object.entries(PACKS)) {
  execFileSync(process.execPath, ['bin/mantelzorg.mjs', 'bouw', folder, '--uit', `.cache/stories/${id}`], {cwd: root, stdio: 'inherit'});
}
