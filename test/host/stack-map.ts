import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/**
 * Turns places in a bundled suite into places in its sources, line by line. VS Code brings its own
 * Error.prepareStackTrace, so Node does not do it. `shift` is what the loader puts in front of the bundle.
 */
export function stackMapper(bundle: string, shift = 0): (text: string) => string {
  const mapFile = `${bundle}.map`;
  if (!fs.existsSync(mapFile)) return (text) => text;
  const map = new SourceMap(JSON.parse(fs.readFileSync(mapFile, 'utf8')));
  const name = path.basename(bundle);
  return (text) => text.split('\n').map(mapFrame).join('\n');

  function mapFrame(frame: string): string {
    const place = /:(\d+):(\d+)\)?$/.exec(frame);
    const start = Math.max(frame.lastIndexOf(' '), frame.lastIndexOf('(')) + 1;
    if (!place || !frame.slice(start, place.index).includes(name)) return frame;
    const entry = map.findEntry(Number(place[1]) - 1 - shift, Number(place[2]) - 1);
    if (!('originalSource' in entry)) return frame;
    const source = path.resolve(path.dirname(bundle), entry.originalSource);
    const end = frame.endsWith(')') ? ')' : '';
    return `${frame.slice(0, start)}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${end}`;
  }
}
