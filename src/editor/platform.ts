import type { Uri } from 'vscode';
import type { WorkerRequest, WorkerResponse } from '../worker/protocol.ts';

/** A message port with the engine behind it. */
export interface Transport {
  post(request: WorkerRequest): void;
  dispose(): void;
}

/** What a transport tells. */
export interface TransportListener {
  readonly response: (response: WorkerResponse) => void;
  /** The worker could not start or has died: no answer will come any more. */
  readonly failed: () => void;
}

/** A place in the index of a repository whose value HEAD does not have. */
export interface StagedFinding {
  readonly uri: Uri;
  readonly rule: string;
  /** Line and column (UTF-16), from 1. */
  readonly line: number;
  readonly column: number;
  readonly masked: string;
}

/** What of git the editor can ask for. There is none in the browser. */
export interface GitCommands {
  /** Values that the staged changes of the repository bring in. */
  scanStaged(folder: Uri): Promise<readonly StagedFinding[]>;
  /** Installs the pre-commit hook and tells where. */
  installHook(folder: Uri): Promise<{ readonly file: string; readonly changed: boolean }>;
}

/** What differs between the Node and the web extension host. */
export interface Platform {
  /** Starts a worker with the engine. Throws, or tells `failed`, where the host has none. */
  startWorker(listener: TransportListener): Transport;
  readonly git: GitCommands | undefined;
}
