import * as vscode from 'vscode';
import { createAnalyser } from './analyser.ts';
import { Analyses } from './analyses.ts';
import { createApi, type LeaklintApi } from './api.ts';
import { CODE_ACTION_METADATA, codeActionProvider } from './code-actions.ts';
import { registerCommands } from './commands.ts';
import { checkConfigFiles } from './config-diagnostics.ts';
import { HeldFiles } from './held-files.ts';
import { hoverProvider } from './hover.ts';
import { later } from './later.ts';
import type { Platform } from './platform.ts';
import { PolicySource } from './policy-source.ts';
import { Problems } from './problems.ts';
import type { Services } from './services.ts';
import { createStatusItem } from './status-item.ts';
import { createWorkerScanner } from './worker-scanner.ts';

/** Every document; which of them are scanned is decided where they are. */
const EVERYWHERE: vscode.DocumentSelector = { scheme: '*' };

/**
 * Wires the capabilities together. It does no other work: the engine is loaded with the first
 * document, after activation.
 */
export function activateShared(context: vscode.ExtensionContext, platform: Platform): LeaklintApi {
  const log = vscode.window.createOutputChannel('Leaklint', { log: true });
  const policies = new PolicySource();
  const scanner = createWorkerScanner(platform);
  // A worker of its own: what is being written waits for no scan of the workspace.
  const documents = createWorkerScanner(platform);
  const analyser = createAnalyser(policies, documents);
  const analyses = new Analyses(analyser, policies.onDidChange, log);
  const problems = new Problems(analyses, log);
  const shared = { platform, log, policies, analyses, problems, scanner };
  const heldFiles = new HeldFiles(shared);
  const services: Services = { ...shared, heldFiles };
  context.subscriptions.push(
    log,
    policies,
    scanner,
    documents,
    analyser,
    analyses,
    problems,
    heldFiles,
    registerCommands(services),
    createStatusItem(analyses),
    checkConfigFiles(policies, log),
    vscode.languages.registerHoverProvider(EVERYWHERE, hoverProvider(analyses)),
    vscode.languages.registerCodeActionsProvider(
      EVERYWHERE,
      codeActionProvider(analyses, policies),
      CODE_ACTION_METADATA,
    ),
    later(() => analyses.scheduleAll()),
  );
  return createApi(services);
}
