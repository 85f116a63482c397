import { parentPort } from 'node:worker_threads';
import { buffersOf, type WorkerRequest } from './protocol.ts';
import { createWorker } from './worker.ts';

/** Entry of dist/worker.node.js, for worker_threads. */
if (parentPort !== null) {
  const port = parentPort;
  const worker = createWorker({
    post: (response) => port.postMessage(response, buffersOf(response)),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
  port.on('message', (request: WorkerRequest) => worker.receive(request));
}
