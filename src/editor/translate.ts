/**
 * Turns an English sentence into the user's language; `{0}`, `{1}` … stand for the arguments.
 * `vscode.l10n.t` in the editor. A test collects the sentences from the calls of `t`.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;
