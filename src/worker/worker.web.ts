import { buffersOf, type WorkerRequest, type WorkerResponse } from './protocol.ts';
import { createWorker } from './worker.ts';

/** The few members of a DedicatedWorkerGlobalScope that are used; the DOM library is not loaded. */
interface WorkerScope {
  postMessage(message: WorkerResponse, transfer: readonly ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: WorkerRequest }) => void): void;
}

/** Entry of dist/worker.web.js, for web workers. */
const scope = globalThis as unknown as WorkerScope;
const worker = createWorker({
  post: (response) => scope.postMessage(response, buffersOf(response)),
  // Only a macrotask lets messages in; a worker without timers does not exist.
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
});
scope.addEventListener('message', ({ data }) => worker.receive(data));
