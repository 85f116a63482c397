import * as vscode from 'vscode';
import type { WorkerResponse } from '../worker/protocol.ts';
import type { LeaklintApi } from './api.ts';
import { activateShared } from './extension.shared.ts';
import type { Platform } from './platform.ts';

/** The few members of the browser's Worker that are used; the DOM library is not loaded. */
interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: (event: { readonly data: WorkerResponse }) => void;
  onerror: () => void;
}

declare const Worker: new (url: string) => WebWorker;

/** Entry for VS Code in the browser: no git, no disk, the engine in a web worker. */
export function activate(context: vscode.ExtensionContext): LeaklintApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.web.js');
  const platform: Platform = {
    git: undefined,
    startWorker({ response, failed }) {
      const worker = new Worker(script.toString(true));
      worker.onmessage = ({ data }) => response(data);
      worker.onerror = failed;
      return {
        post: (request) => worker.postMessage(request),
        dispose: () => worker.terminate(),
      };
    },
  };
  return activateShared(context, platform);
}
