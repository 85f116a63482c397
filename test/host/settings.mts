/** User settings of every run: nothing calls out, asks, or appears by itself. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true, // the agent host would start, and miss a native module
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export type Theme = 'dark' | 'light';

/** On top of those for pictures: nothing blinks, slides or pops up by itself. */
export const steadySettings = (theme: Theme): Readonly<Record<string, unknown>> => ({
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'monospace',
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.colorTheme': theme === 'dark' ? 'Default Dark Modern' : 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
});
