import { THREAD } from '../node/crew/thread.ts';
import { enableCompileCache } from './compile-cache.ts';

enableCompileCache();
// Only now, so that the rest comes from the cache.
const run = () => import('./main.ts').then(({ runProcess }) => runProcess());
if (process.argv[2] === THREAD)
  void import('../node/crew/member.ts').then(({ serveCrew }) => {
    if (!serveCrew()) void run();
  });
else void run();
