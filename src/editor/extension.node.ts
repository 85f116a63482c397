import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { WorkerResponse } from '../worker/protocol.ts';
import type { LeaklintApi } from './api.ts';
import { activateShared } from './extension.shared.ts';
import { gitCommands } from './git.node.ts';
import type { Platform } from './platform.ts';

/** Entry for the desktop and for remote hosts: git, and the engine in a worker thread. */
export function activate(context: vscode.ExtensionContext): LeaklintApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.node.js').fsPath;
  const platform: Platform = {
    git: gitCommands(context),
    startWorker({ response, failed }) {
      const worker = new Worker(script);
      worker.on('message', (message: WorkerResponse) => response(message));
      worker.on('error', failed);
      worker.on('exit', failed);
      // A scan that nobody waits for keeps no host alive.
      worker.unref();
      return {
        post: (request) => worker.postMessage(request),
        dispose: () => void worker.terminate(),
      };
    },
  };
  return activateShared(context, platform);
}
