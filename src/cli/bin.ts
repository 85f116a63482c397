import { enableCompileCache } from './compile-cache.ts';

enableCompileCache();
// Only now, so that the rest comes from the cache.
void import('./main.ts').then(({ runProcess }) => runProcess());
