import { corporaFolder, openCorpora } from './corpora.mts';

const corpora = openCorpora(corporaFolder());

/** Rules that may tell an entity, in upstream's words or ours; none where it is no personal data. */
export function rulesFor(entity: string): readonly string[] {
  const ours = corpora?.entities[entity];
  return corpora?.rules[ours ?? entity] ?? [];
}
