import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../host/places.mts';

/**
 * A workspace that shows something although it holds nobody's values: the samples, under their own
 * policy. It is made anew; a config like this one in the repository would govern a folder of it.
 */
export function samplesWorkspace(name: string): string {
  const folder = path.join(projectRoot, 'out', 'ui', name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.join(projectRoot, 'samples'), folder, { recursive: true });
  const config = path.join(projectRoot, 'samples.leaklint.json');
  fs.cpSync(config, path.join(folder, 'leaklint.json'));
  return folder;
}
