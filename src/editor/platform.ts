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

/** Why git could not be asked. */
export type GitProblem = 'no-git' | 'no-repository' | 'not-owned' | 'failed';

/** What became of the hook: installed, or left to the tool that keeps the repository's hooks. */
export interface HookInstalled {
  /** What to tell that tool. */
  readonly manager?: { readonly name: string; readonly file: string; readonly lines: string };
  /** Was a hook there before, which runs first? */
  readonly kept?: boolean;
}

/** What of git the editor can ask for. There is none in the browser. */
export interface GitCommands {
  /** Values that the staged changes of the repository bring in. */
  scanStaged(folder: Uri): Promise<readonly StagedFinding[] | GitProblem>;
  /** Installs the pre-commit hook. */
  installHook(folder: Uri): Promise<HookInstalled | GitProblem>;
}

/** What differs between the Node and the web extension host. */
export interface Platform {
  /** Starts a worker with the engine. Throws, or tells `failed`, where the host has none. */
  startWorker(listener: TransportListener): Transport;
  readonly git: GitCommands | undefined;
}
